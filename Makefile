# make demo   all set-up, then the sample case from case file to redacted PDFs
# make run    all set-up, then the window
# make test   all set-up, then every test
.POSIX:
.SUFFIXES:

PY = .venv/bin/python
OUT = affiant-demo
DATA =

.PHONY: help demo run test lint fuzz bench pictures translations detect-report model lock clean

help:
	@echo "make demo           the sample case: vault, import, redacted PDFs under $(OUT)/"
	@echo "make run            the window"
	@echo "make test           all tests (under 10 minutes)"
	@echo "make lint           ruff, mypy, import contracts"
	@echo "make fuzz           the long runs"
	@echo "make bench          timings, as ratios in one run"
	@echo "make pictures       the pictures under resources/pictures/"
	@echo "make translations   collect the window's words for Qt Linguist, and compile what is translated"
	@echo "make detect-report DATA=DIR   how much the detectors propose, on labelled texts"
	@echo "make model DATA=DIR           train the detectors' model anew, from labelled texts"
	@echo "make lock           resolve the lock files anew (needs uv)"

.venv/demo-ready: requirements.lock pyproject.toml packaging/setup.sh packaging/debian-packages.txt
	@packaging/setup.sh requirements.lock $@

.venv/test-ready: requirements-test.lock pyproject.toml packaging/setup.sh packaging/debian-packages.txt
	@packaging/setup.sh requirements-test.lock $@ window

.venv/run-ready: .venv/demo-ready
	@packaging/setup.sh requirements.lock $@ window

demo: .venv/demo-ready
	@.venv/bin/affiant demo --out $(OUT)

run: .venv/run-ready
	@.venv/bin/affiant

test: .venv/test-ready
	$(PY) -m pytest -n 2 --dist loadgroup -m "not alone" tests
	$(PY) -m pytest -m alone tests/ui

lint: .venv/test-ready
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

fuzz: .venv/test-ready
	AFFIANT_LONG=1 $(PY) -m pytest -n 2 tests/integration/test_non_interference.py tests/integration/storage
	$(PY) -m tests.fuzz.fuzz_check

bench: .venv/test-ready
	@for name in vault documents sound redaction report window lock pages typing; do $(PY) -m tests.benchmarks.bench_$$name || exit 1; done

pictures: .venv/test-ready
	$(PY) packaging/make_pictures.py
	$(PY) packaging/make_window_pictures.py

translations: .venv/run-ready
	.venv/bin/pyside6-lupdate -silent -no-obsolete -locations none $$(git ls-files 'ui/*.py') -ts resources/i18n/affiant_zh_CN.ts
	.venv/bin/pyside6-lrelease -silent resources/i18n/affiant_zh_CN.ts -qm resources/i18n/affiant_zh_CN.qm

detect-report: .venv/test-ready
	@test -n "$(DATA)" || { echo "make detect-report DATA=DIR, a folder with labelled texts"; exit 2; }
	$(PY) packaging/detect_report.py $(DATA)

model: .venv/test-ready
	@test -n "$(DATA)" || { echo "make model DATA=DIR, a folder with labelled texts"; exit 2; }
	$(PY) packaging/train_model.py $(DATA)

lock:
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header -o requirements.lock pyproject.toml packaging/build.in
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --extra test -o requirements-test.lock pyproject.toml packaging/build.in

clean:
	rm -rf .venv $(OUT) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

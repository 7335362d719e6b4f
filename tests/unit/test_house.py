"""The rules of the house, held by tools and not by goodwill."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {
    "ruff": ["-m", "ruff", "check", "."],
    "format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_linters_have_nothing_to_say(tool: str) -> None:
    done = subprocess.run([sys.executable, *TOOLS[tool]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]


def sources() -> list[Path]:
    return [path for folder in ("app", "crypto", "resources", "ui") for path in (ROOT / folder).rglob("*.py")]


def test_a_file_is_one_idea_and_under_400_lines() -> None:
    long = [path.name for path in sources() if len(path.read_text("utf-8").splitlines()) > 400]
    assert long == []


def test_every_file_says_what_it_is_for() -> None:
    silent = [path.name for path in sources() if not path.read_text("utf-8").startswith('"""')]
    assert silent == []


def test_the_command_line_never_imports_qt_and_starts_without_the_pdf_libraries() -> None:
    code = (
        "import sys, app.cli, ui.entry\n"
        "print(sorted(m for m in ('PySide6', 'reportlab', 'pikepdf', 'pypdfium2', 'pdfminer', 'uharfbuzz') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_locks_hold_every_requirement_with_a_hash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {*project["dependencies"], *project["optional-dependencies"]["test"]}
    for lock, names in (("requirements.lock", set(project["dependencies"])), ("requirements-test.lock", wanted)):
        text = (ROOT / lock).read_text("utf-8")
        pinned = {
            name.lower().replace(".six", "-six") for name in re.findall(r"^([A-Za-z0-9._-]+==[^ \\;]+)", text, re.MULTILINE)
        }
        for requirement in names:
            assert requirement.split(";")[0].strip().lower().replace(".six", "-six") in pinned, (lock, requirement)
        assert len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) <= text.count("--hash=sha256:")


def test_every_package_ships() -> None:
    setup = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in sources() if path.name == "__init__.py"}
    assert found == set(setup["packages"])


def test_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()  # it would shadow PyPI's packaging


def test_nothing_names_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        listed_files = [path for path in ROOT.rglob("*.py") if ".venv" not in path.parts]
    else:
        listed_files = [ROOT / name for name in listed.stdout.splitlines()]
    texts = [path for path in listed_files if path.suffix in (".py", ".md", ".toml", ".sh", ".json") and path.is_file()]
    here = str(ROOT)
    assert [path.name for path in texts if here in path.read_text("utf-8")] == []

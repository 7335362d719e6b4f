"""A file that others made is read in a process of its own, which may be late, greedy or dead without harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app import apart
from app.report.check import Limits, NotAPdf, Reason, check
from app.report.check_apart import gather_apart
from app.report.check_gather import gather
from tests.leaks import NAME, clean_paper, everyday, protected
from tests.papers import Paper


def named_paper() -> bytes:
    paper = Paper()
    paper.show(NAME)
    return paper.save()


def test_the_child_reads_what_this_process_would_read() -> None:
    apart, here = gather_apart(named_paper(), Limits()), gather(named_paper(), None, Limits())
    assert apart.found == here.found
    assert apart.reasons == here.reasons == []


def test_a_foreign_file_passes_or_is_refused_as_it_is_here() -> None:
    assert check(clean_paper(), protected(), "a.pdf", everyday) == ()
    assert {reason.rule for reason in check(named_paper(), protected(), "a.pdf", everyday)} == {"protected"}


def test_what_is_no_pdf_is_told_apart_by_the_child_too() -> None:
    with pytest.raises(NotAPdf):
        check(b"no pdf", protected(), "a.pdf", everyday)


def test_a_late_child_is_a_reason() -> None:
    late = check(clean_paper(), protected(), "a.pdf", everyday, limits=Limits(seconds=0.001))
    assert late == (Reason("limit", "reading took longer than the limit"),)


def test_a_greedy_child_is_a_reason() -> None:
    greedy = check(clean_paper(), protected(), "a.pdf", everyday, limits=Limits(memory=40 << 20))
    held = sys.platform == "linux"  # other systems do not hold a process to its memory
    assert [reason.rule for reason in greedy] in ((["limit"], ["unreadable"]) if held else ([],))


def test_a_child_that_dies_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command", lambda _child: [sys.executable, "-c", "import os; os.abort()"])
    assert check(clean_paper(), protected(), "a.pdf", everyday) == (Reason("unreadable", "the readers stopped on this file"),)


def test_a_child_that_answers_nonsense_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command", lambda _child: [sys.executable, "-c", "print('[]')"])
    assert [reason.rule for reason in check(clean_paper(), protected(), "a.pdf", everyday)] == ["unreadable"]


def test_no_module_beside_the_pdf_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('loaded')")
    monkeypatch.chdir(tmp_path)
    assert check(clean_paper(), protected(), "a.pdf", everyday) == ()


def test_a_file_too_large_is_not_even_sent() -> None:
    assert gather_apart(clean_paper(), Limits(file=10)).reasons == [Reason("limit", "a file larger than the limit")]


#: A child that says so through a pipe with a name, and once more if it is left to live.
LIVING = """
import sys, time
from app.apart import guard
guard()
with open(sys.argv[1], "w") as told:
    told.write("here ")
    told.flush()
    time.sleep(8)
    told.write("still")
"""
#: A program that starts it from a thread, as the window does.
STARTING = """
import sys
from threading import Thread
from app import apart
apart.command = lambda child: [sys.executable, "-c", sys.argv[2], sys.argv[1]]
Thread(target=apart.run_apart, args=("", {}, b"", 60)).start()
"""


def test_a_child_dies_with_the_process_that_started_it(tmp_path: Path) -> None:
    if sys.platform != "linux":  # others cannot tie a process to the one that started it
        return
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    starting = subprocess.Popen([sys.executable, "-c", STARTING, str(pipe), LIVING])
    with pipe.open() as told:
        assert told.read(5) == "here "
        starting.send_signal(signal.SIGKILL)
        starting.wait()
        assert told.read() == ""

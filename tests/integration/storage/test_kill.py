"""Killed at any moment: every acknowledged change is there, nothing is half there, and the whole check is clean."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from app.services import sound, wav
from app.storage.vault import Vault
from tests.integration.storage.sample import CASE, PASSPHRASE, case_named, files, said
from tests.integration.storage.worker import document
from tests.sounding import SECOND, Spoken

ROOT = Path(__file__).parents[3]
#: Some 35 kills here and 20 of what keeps a vault; with the long runs 210 and 200.
TIMES = 6 if os.environ.get("AFFIANT_LONG") else 1


def _work_until_killed(path: Path, work: str, seconds: float, worker: str = "worker") -> int:
    """Start a worker, kill it so many seconds after it began to work, return the last number it acknowledged."""
    command = [sys.executable, "-m", f"tests.integration.storage.{worker}", str(path), work]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None and child.stderr is not None
        assert child.stdout.readline() == b"ready\n"
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            child.kill()
        told = child.stdout.read().split()
        assert child.stderr.read() == b""
    return int(told[-1]) if told else 0


def _kills(count: int, seed: int, longest: float = 0.25) -> list[float]:
    choose = random.Random(seed)
    return [round(choose.uniform(0.0, longest), 4) for _ in range(count)]


def _assert_clean(vault: Vault) -> None:
    assert vault.verify() == ()
    assert not [name for name in files(vault.path) if ".tmp" in name]
    with vault.open_case("CRANE") as case:
        assert case.load() == case_named("CRANE")


@pytest.mark.parametrize("seconds", _kills(6 * TIMES, seed=1))
def test_during_import(path: Path, seconds: float) -> None:
    done = _work_until_killed(path, "import", seconds)
    with Vault.open(path, PASSPHRASE) as vault:
        codes = {summary.code for summary in vault.cases()}
        assert {f"CASE{number}" for number in range(1, done + 1)} <= codes
        assert len(codes) <= 2 + done + 1
        for code in codes - {"HERON", "CRANE"}:
            with vault.open_case(code) as case:
                assert case.load() == case_named(code)
                assert case.document("d1").read() == document(int(code[4:]))  # type: ignore[union-attr]
        _assert_clean(vault)


@pytest.mark.parametrize("seconds", _kills(6 * TIMES, seed=2))
def test_during_saving(path: Path, seconds: float) -> None:
    done = _work_until_killed(path, "put", seconds)
    with Vault.open(path, PASSPHRASE) as vault:
        with vault.open_case("HERON") as case:
            saved = case.load().testimonies[1:]
            assert len(saved) in (done, done + 1)
            assert saved == tuple(said(f"Words {n}. " * 200, f"x{n}") for n in range(1, len(saved) + 1))
            assert len(case.journal()) == 1 + len(saved)
        _assert_clean(vault)


@pytest.mark.parametrize("seconds", _kills(6 * TIMES, seed=3))
def test_while_a_document_is_added(path: Path, seconds: float) -> None:
    done = _work_until_killed(path, "document", seconds)
    with Vault.open(path, PASSPHRASE) as vault:
        with vault.open_case("HERON") as case:
            file = case.document("d4")
            content = file.read() if file is not None else None
            assert content in ([document(done), document(done + 1)] if done else [None, document(1)])
        _assert_clean(vault)


@pytest.mark.parametrize("seconds", _kills(4 * TIMES, seed=7))
def test_while_new_documents_come_with_their_content(path: Path, seconds: float) -> None:
    done = _work_until_killed(path, "new document", seconds)
    with Vault.open(path, PASSPHRASE) as vault:
        with vault.open_case("HERON") as case:
            added = case.load().documents[4:]
            assert len(added) in (done, done + 1)
            for number, entry in enumerate(added, start=1):
                assert (entry.title, case.document(entry.id).read()) == (f"Title {number}", document(number))  # type: ignore[union-attr]
        _assert_clean(vault)


@pytest.mark.parametrize("seconds", _kills(3 * TIMES, seed=4))
def test_during_erasing(path: Path, seconds: float) -> None:
    done = _work_until_killed(path, "erase", seconds)
    with Vault.open(path, PASSPHRASE) as vault:
        with vault.open_case("HERON") as case:
            assert case.load() == CASE
            rows = case.journal()
            assert [row.erased for row in rows[1 : 2 * done + 1]] == [True, False] * done
        _assert_clean(vault)


@pytest.mark.parametrize("seconds", _kills(5 * TIMES, seed=5))
def test_while_somebody_types(path: Path, seconds: float) -> None:
    done = _work_until_killed(path, "draft", seconds)
    with Vault.open(path, PASSPHRASE) as vault:
        with vault.open_case("HERON") as case:
            kept = case.draft("t2")
            assert kept in (f"Words {done}. " * 200 if done else None, f"Words {done + 1}. " * 200)
        _assert_clean(vault)


@pytest.mark.parametrize("seconds", _kills(5 * TIMES, seed=6))
def test_while_a_draft_becomes_an_entry(path: Path, seconds: float) -> None:
    done = _work_until_killed(path, "commit", seconds)
    with Vault.open(path, PASSPHRASE) as vault:
        with vault.open_case("HERON") as case:
            saved = {entry.id: entry.text for entry in case.load().testimonies[1:]}
            typed = {place: draft.text for place, draft in case.drafts().items()}
            assert not saved.keys() & typed.keys()
            assert saved | typed in ({f"x{n}": f"Words {n}." for n in range(1, last + 1)} for last in (done, done + 1))
        _assert_clean(vault)


@pytest.mark.parametrize("seconds", _kills(6 * TIMES, seed=7, longest=0.6))
def test_while_sound_is_recorded(path: Path, seconds: float) -> None:
    done = _work_until_killed(path, "record", seconds)
    spoken, heard = Spoken(), []
    with Vault.open(path, PASSPHRASE) as vault:
        with vault.open_case("HERON") as case:
            sound.finish_left(case)
            for one in case.load().documents:
                if one.kind == "recording":
                    content = case.document(one.id)
                    assert content is not None
                    data = content.read()[wav.HEAD :]
                    heard += [data[at : at + SECOND] for at in range(0, len(data), SECOND)]
            assert case.sound.facts() is None
        _assert_clean(vault)
    assert len(heard) in (done, done + 1), "every second that was taken is there, and the one that was on its way at most"
    assert heard == [spoken.second(number) for number in range(1, len(heard) + 1)]

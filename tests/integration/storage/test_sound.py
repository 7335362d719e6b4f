"""A recording, second by second into the vault, and out of it again to the byte."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import random
import subprocess
import sys
import wave
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import case as domain
from app.domain.case import Case
from app.errors import UserError
from app.services import archiving, documents, intake, sound, testimony, wav, work
from app.storage import errors
from app.storage.case_store import CaseStore
from app.storage.vault import Vault
from crypto.identity import SealingIdentity
from tests.integration.storage.sample import PASSPHRASE, files
from tests.sounding import RATE, SECOND, Spoken, samples

ROOT = Path(__file__).parents[3]
SPOKEN = Spoken()
DAY = "2021-07-09"


@pytest.fixture
def store(vault: Vault) -> Iterator[CaseStore]:
    with vault.open_case("HERON") as opened:
        yield opened


def told_by(case: Case) -> domain.Testimony:
    return next(one for one in case.testimonies if one.id == "t1")


def begun(store: CaseStore, rate: int = RATE) -> str:
    return sound.begin(store, told_by(work.case_of(store)), "Recording", rate, DAY).document


def content(store: CaseStore, document: str) -> bytes:
    return documents.read_document(store, document, 1 << 30)


def recorded(store: CaseStore, seconds: int) -> str:
    document = begun(store)
    for number in range(seconds):
        sound.take(store, SPOKEN.second(number))
    return document


def finished(store: CaseStore) -> sound.Sealed | None:
    sealed = sound.finish(store)
    for _ in sound.clear(store):
        pass
    return sealed


def test_what_was_recorded_is_a_document_to_the_byte(vault: Vault, store: CaseStore, tmp_path: Path) -> None:
    document = recorded(store, 5)
    held = next(one for one in work.case_of(store).documents if one.id == document)
    assert (held.kind, held.date, held.file, held.sha256) == ("recording", DAY, None, None)
    interview = told_by(work.case_of(store)).interview
    assert interview is not None
    assert interview.recorded
    sealed = finished(store)
    assert sealed is not None
    assert (sealed.document, sealed.seconds) == (document, 5.0)
    data = content(store, document)
    assert data[wav.HEAD :] == b"".join(SPOKEN.second(number) for number in range(5))
    (tmp_path / "a.wav").write_bytes(data)
    with wave.open(str(tmp_path / "a.wav")) as played:  # the library's own reader takes it for what it is
        assert (played.getframerate(), played.getnchannels(), played.getsampwidth()) == (RATE, 1, 2)
        assert played.getnframes() == 5 * RATE
    entry = next(one for one in sealed.case.documents if one.id == document)
    assert entry.file == f"documents/{document}.wav"
    assert entry.sha256 == store.contents()[document].sha256
    assert store.sound.facts() is None
    assert vault.verify() == ()


def test_nothing_of_it_is_left_in_the_case_once_it_is_sealed(store: CaseStore) -> None:
    pages = store._db.row("PRAGMA page_count")
    recorded(store, 40)
    assert store._db.row("PRAGMA page_count") > pages  # type: ignore[operator]
    finished(store)
    assert store._db.execute("SELECT name FROM sqlite_master WHERE name = 'sound'") == []
    assert store._db.row("PRAGMA page_count")[0] <= pages[0] + 4  # type: ignore[index]


def test_clearing_goes_step_by_step_and_can_be_left_off_anywhere(vault: Vault, store: CaseStore) -> None:
    document = recorded(store, 100)
    sound.finish(store)
    steps = sound.clear(store)
    next(steps)
    steps.close()
    left = store.sound.size()
    assert 0 < left < 100 * SECOND
    assert sound.finish_left(store) is not None
    assert len(content(store, document)) == wav.HEAD + 100 * SECOND, "what is half cleared is not sealed again"
    assert vault.verify() == ()


def test_a_lock_amid_the_recording_loses_nothing_that_was_taken(path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault, vault.open_case("HERON") as store:
        document = recorded(store, 3)
    with Vault.open(path, PASSPHRASE) as vault:
        with vault.open_case("HERON") as store:
            sealed = sound.finish_left(store)
            assert sealed is not None
            assert (sealed.document, sealed.seconds) == (document, 3.0)
            assert sound.finish_left(store) is None
            assert content(store, document)[wav.HEAD :] == b"".join(SPOKEN.second(number) for number in range(3))
        assert vault.verify() == ()


def test_a_lock_between_sealing_and_noting_it_seals_nothing_twice(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    document = recorded(store, 2)
    with monkeypatch.context() as patch:
        patch.setattr(store.sound.__class__, "note_sealed", lambda _sound: (_ for _ in ()).throw(errors.NoSpace("full")))
        with pytest.raises(UserError):
            sound.finish(store)
    rows = store.last_seq
    assert sound.finish_left(store) is not None
    assert store.last_seq == rows
    assert len(content(store, document)) == wav.HEAD + 2 * SECOND


def test_what_does_not_read_back_is_not_cleared_and_sealed_anew(
    vault: Vault, store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = recorded(store, 40)

    def failing(*arguments: Any, **more: Any) -> documents.Filled:
        filled = replace_content(*arguments, **more)
        (name,) = set(store.objects()) - before
        path = vault.path / "o" / name
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
        return filled

    replace_content, before = documents.replace_content, set(store.objects())
    with monkeypatch.context() as patch:
        patch.setattr(documents, "replace_content", failing)
        with pytest.raises(UserError) as told:
            sound.finish(store)
    assert told.value.code == "damaged"
    assert store.sound.size() == 40 * SECOND
    assert finished(store) is not None
    assert content(store, document)[wav.HEAD :] == b"".join(SPOKEN.second(number) for number in range(40))
    assert vault.verify() == ()


def test_a_recording_without_sound_leaves_no_document(vault: Vault, store: CaseStore) -> None:
    document = begun(store)
    assert sound.finish_left(store) is None
    assert all(one.id != document for one in work.case_of(store).documents)
    assert store.sound.facts() is None
    assert vault.verify() == ()


def test_an_empty_one_that_a_mark_names_stays_named(store: CaseStore) -> None:
    document = begun(store)
    held = testimony.heard_at(told_by(work.case_of(store)), 1, document, 0.2)
    work.save(store, "testimonies", held)
    assert sound.finish_left(store) is None
    assert any(one.id == document for one in work.case_of(store).documents)


def test_a_document_that_was_taken_out_meanwhile_comes_back_with_its_sound(store: CaseStore) -> None:
    document = recorded(store, 2)
    work.remove(store, "documents", document)
    sealed = finished(store)
    assert sealed is not None
    (kept,) = [one for one in sealed.case.documents if one.kind == "recording"]
    assert len(content(store, kept.id)) == wav.HEAD + 2 * SECOND


def test_one_recording_at_a_time(store: CaseStore) -> None:
    recorded(store, 1)
    with pytest.raises(UserError) as told:
        begun(store)
    assert told.value.code == "recording"
    finished(store)
    with pytest.raises(UserError) as told:
        sound.take(store, SPOKEN.second(0))
    assert told.value.code == "recording"


def test_what_goes_out_with_the_case_takes_an_unsealed_recording_along(vault: Vault, path: Path, tmp_path: Path) -> None:
    with vault.open_case("HERON") as store:
        document = recorded(store, 2)
    intake.export_case_plain(vault, "HERON", tmp_path / "heron.case.json")
    assert (tmp_path / f"documents/{document}.wav").stat().st_size == wav.HEAD + 2 * SECOND
    with vault.open_case("CRANE") as store:
        recorded(store, 2)
        with pytest.raises(UserError):
            begun(store)
    identity = SealingIdentity(bytes(32))
    archiving.archive(vault, "CRANE", tmp_path / "crane.age", [identity.recipient])
    summary = archiving.import_sealed(vault, tmp_path / "crane.age", [identity])
    with vault.open_case(summary.id) as store:
        (kept,) = [one for one in work.case_of(store).documents if one.kind == "recording"]
        assert len(content(store, kept.id)) == wav.HEAD + 2 * SECOND
    assert vault.verify() == ()


def tied(store: CaseStore) -> str:
    document = recorded(store, 2)
    finished(store)
    held = testimony.marked(told_by(work.case_of(store)), 2, "unclear")
    held = testimony.heard_at(testimony.heard_at(held, 1, document, 0.5), 2, document, 1.5)
    work.save(store, "testimonies", held)
    return document


def test_a_recording_is_removed_with_its_ties_and_the_marks_stay(vault: Vault, store: CaseStore) -> None:
    document = tied(store)
    objects = len(files(vault.path))
    case = sound.remove(store, document)
    assert told_by(case).marks == (domain.Mark(2, "unclear"),)
    assert all(one.id != document for one in case.documents)
    assert len(files(vault.path)) == objects - 1, "its sealed content is gone"
    assert vault.verify() == ()


def test_one_that_an_event_names_or_a_hold_keeps_is_not_removed_and_stays_tied(store: CaseStore) -> None:
    document = tied(store)
    before = told_by(work.case_of(store)).marks
    event = work.case_of(store).events[0]
    work.save(store, "events", replace(event, sources=(domain.Source(kind="document", document=document),)))
    with pytest.raises(UserError) as told:
        sound.remove(store, document)
    assert told.value.code == "still-referred-to"
    work.save(store, "events", event)
    work.save(store, "case", replace(work.case_of(store).case, hold=domain.Hold(on=DAY, why="pending")))
    with pytest.raises(UserError) as told:
        sound.remove(store, document)
    assert told.value.code == "under-hold"
    assert told_by(work.case_of(store)).marks == before


def test_the_paragraph_that_is_heard_at_a_place(store: CaseStore) -> None:
    document = tied(store)
    case = work.case_of(store)
    found = [sound.written_at(case, document, at) for at in (0.0, 0.5, 1.4, 1.5, 9.0)]
    assert [one.paragraph if one else 0 for one in found] == [1, 1, 1, 2, 2]
    assert sound.written_at(case, "d1", 0) is None


# --- a disk that takes no more ---

if sys.platform != "win32":
    from tests.integration.storage.test_full_disk import files_no_longer_than

    @pytest.mark.parametrize("room", [0, 4096, 100_000, 400_000, 1_000_000])
    def test_a_full_disk_keeps_what_it_took(path: Path, room: int) -> None:
        with Vault.open(path, PASSPHRASE) as vault, vault.open_case("HERON") as store:
            document, taken = begun(store), 0
            with files_no_longer_than(room), contextlib.suppress(UserError):
                while taken < 60:
                    sound.take(store, SPOKEN.second(taken))
                    taken += 1
            assert taken < 60, "the disk was full at last"
            with files_no_longer_than(room), contextlib.suppress(UserError):
                sound.finish(store)
        with Vault.open(path, PASSPHRASE) as vault:
            with vault.open_case("HERON") as store:
                sound.finish_left(store)
                held = store.document(document) if taken else None
                data = held.read()[wav.HEAD :] if held is not None else b""
                assert data == b"".join(SPOKEN.second(number) for number in range(taken))
            assert vault.verify() == ()
            assert not [name for name in files(path) if ".tmp" in name]


# --- playing ---


def test_any_place_of_a_recording_is_read_where_it_stands(store: CaseStore) -> None:
    document = recorded(store, 30)
    finished(store)
    file, found = sound.open_sound(store, document)
    with file:
        assert (found.rate, found.channels, found.seconds) == (RATE, 1, 30.0)
        choose = random.Random(2)
        for _ in range(50):
            second = choose.randrange(30)
            file.seek(found.offset(second))
            assert file.read(SECOND) == SPOKEN.second(second)
        assert found.offset(-1) == wav.HEAD
        assert found.offset(1e9) == wav.HEAD + 30 * SECOND


def test_what_is_no_plain_sound_is_not_played(store: CaseStore) -> None:
    for document in ("d1", "d3"):
        with pytest.raises(UserError) as told:
            sound.open_sound(store, document)
        assert told.value.code == "not-played"
    with pytest.raises(UserError) as told:
        sound.open_sound(store, "d4")
    assert told.value.code == "not-held"


@given(st.binary(max_size=200), st.booleans())
def test_no_file_is_too_strange_for_the_reader(data: bytes, begins: bool) -> None:
    whole = (wav.head(8000, 100)[:20] if begins else b"") + data
    found = wav.read(io.BytesIO(whole), len(whole))
    if found is not None:
        assert 0 <= found.start <= found.start + found.size <= len(whole)
        assert found.size % found.frame == 0


@given(st.sampled_from([8000, 16_000, 44_100, 48_000]), st.sampled_from([1, 2]), st.integers(0, 300))
def test_a_head_says_what_it_was_told(rate: int, channels: int, frames: int) -> None:
    size = frames * 2 * channels
    whole = wav.head(rate, size, channels) + bytes(size)
    found = wav.read(io.BytesIO(whole), len(whole))
    assert found is not None
    assert (found.rate, found.channels, found.start, found.size) == (rate, channels, wav.HEAD, size)


def test_the_sound_of_the_tests_is_not_all_alike() -> None:
    assert samples(0, 100) != samples(RATE, 100)
    assert SPOKEN.second(1) != SPOKEN.second(2)


# --- a long one ---

#: Minutes; with the long runs an hour.
MINUTES = 60 if os.environ.get("AFFIANT_LONG") else 15


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much memory a process had at most")
def test_a_long_recording_takes_no_more_memory_than_a_short_one_and_loses_nothing(path: Path) -> None:
    command = [sys.executable, "-m", "tests.integration.storage.worker_sound", str(path), str(60 * MINUTES)]
    with Vault.open(path, PASSPHRASE) as vault:
        key = bytes(vault.key())
    done = subprocess.run(command, cwd=ROOT, input=key, capture_output=True, check=True)
    growth, of_sound, digest = done.stdout.decode().split()
    said = hashlib.sha256()
    for number in range(60 * MINUTES):
        said.update(SPOKEN.second(number))
    assert digest == said.hexdigest()
    print(f"{MINUTES} minutes: {int(of_sound) >> 20} MB of sound, {int(growth) / (1 << 20):.1f} MB more memory at most")
    assert int(growth) < int(of_sound) / 10

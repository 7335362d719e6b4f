"""What an export is to hold, chosen on the command line: what is left out leaves nothing, and the journal says what was chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from app.cli import main
from app.services import session
from tests.e2e.conftest import PASSPHRASE, Place

MASKED = ("--undecided", "mask", "--dated", "2021-07-12")


def text_of(path: Path) -> str:
    return " ".join("\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)).split())


def export(place: Place, name: str, *arguments: str) -> Path:
    out = place.folder / name
    assert place.run("export", "HERON", "--out", out, *MASKED, *arguments).status == 0
    return out


def test_chosen_events_and_documents_alone_are_told_and_journaled(place: Place) -> None:
    out = export(place, "some.pdf", "--events", "e5,e10,e13", "--documents", "d1", "--testimonies", "none", "--paper", "a4")
    text = text_of(out)
    assert "Shown are 3 events and one exhibit." in text
    assert "Exhibit 1 Red notice, extract" in text
    assert "Exhibit 2" not in text
    assert "Event 4" not in text
    assert "Event 3" in text
    page = pypdfium2.PdfDocument(out)[0]
    assert round(page.get_height()) == 842
    with session.open_vault(place.vault, PASSPHRASE) as vault, session.open_case(vault, "HERON") as store:
        payload = store.journal()[-1].payload
    assert payload is not None
    assert payload["chosen"] == {
        "events": ["e10", "e13", "e5"], "documents": ["d1"], "sections": "all", "paper": "a4",
        "language": "en",
    }  # fmt: skip


def test_chosen_sections_alone_are_drawn(place: Place) -> None:
    text = text_of(export(place, "short.pdf", "--sections", "abstract,timeline"))
    assert all(words in text for words in ("Abstract", "Chronology", "Timeline", "Pseudonymised, not anonymous."))
    for words in ("People", "Testimony 1", "Exhibit 1", "What is withheld", "How to ask for more"):
        assert words not in text


def test_without_exhibits_nothing_refers_to_one(place: Place) -> None:
    text = text_of(export(place, "none.pdf", "--documents", "none"))
    assert "Exhibit" not in text
    assert "according to a document" in text


def test_a_case_of_chinese_alone_is_reported_in_chinese(place: Place, small_case: Callable[..., Path]) -> None:
    case = {"code": "EGRET", "languages": ["zh-Hans"]}
    told = [{"id": "t1", "person": "p1", "lang": "zh-Hans", "status": "confirmed", "text": "我等。"},
            {"id": "t2", "person": "p1", "lang": "en", "status": "confirmed", "text": "I waited."}]  # fmt: skip
    assert place.run("import", small_case(case=case, testimonies=told)).status == 0
    out = place.folder / "zh.pdf"
    assert place.run("export", "EGRET", "--out", out, *MASKED).status == 0
    text = text_of(out)
    assert all(words in text for words in ("证言与事件摘要", "[证人]", "事件1", "我等", "羁押", "2019年5月2日至2019年6月1日"))
    assert "waited" not in text
    assert place.run("export", "EGRET", "--out", out, "--lang", "en", *MASKED).status == 0
    assert "Summary of testimony and events" in text_of(out)
    assert "[Witness]" in text_of(out)  # each language keeps codes of its own


class Later(dt.date):
    """Another day."""

    @classmethod
    def today(cls) -> dt.date:
        return dt.date(2031, 2, 3)


@pytest.mark.parametrize("more", [(), ("--lang", "zh-Hans", "--paper", "a4"), ("--profile", "public", "--sign-off", "A")])
def test_another_vault_and_another_day_give_the_same_bytes(
    tmp_path: Path, small_case: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    case, made = small_case(), []
    for name in ("one", "two"):
        place = Place(tmp_path / name)
        place.folder.mkdir()
        place.write("passphrase", PASSPHRASE)
        assert place.run("init", "--kdf-memory", "64", "--author", name).status == 0
        assert place.run("import", case).status == 0
        out = place.folder / f"{name}.pdf"
        if name == "two":
            for module in ("app.cli_choices", "app.services.draft"):
                monkeypatch.setattr(f"{module}.date", Later)
        arguments = ["export", str(place.vault), "WREN", "--out", str(out), *MASKED, *more]
        assert main([*arguments, "--passphrase-file", str(place.passphrase)]) == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize(
    "arguments",
    [("--events", "e99"), ("--documents", "e1"), ("--sections", "prologue"), ("--events", ","), ("--paper", "folio"), ("--lang", "fr")],
)  # fmt: skip
def test_what_is_not_there_is_refused_and_leaves_no_file(place: Place, arguments: tuple[str, ...]) -> None:
    out = place.folder / "x.pdf"
    assert place.run("export", "HERON", "--out", out, *MASKED, *arguments).status == 2
    assert not out.exists()


def test_what_would_be_asked_is_that_of_the_same_choices(place: Place) -> None:
    every = place.run("candidates", "HERON", "--json").data
    some = place.run("candidates", "HERON", "--json", "--sections", "people,places").data
    assert len(some) < len(every)
    assert not any(one["where"].startswith(("events", "testimonies")) for one in some)

"""Paper for an interview without a computer: consent cards, question guides, sheets with their key, a closing list.

Nothing of a case stands on any of it but the code of the sheets, which is random (``app.domain.paper_code``). Where the kit
is printed for a case the history keeps the code, so that what comes back can be held against it.

    draw_kit(asked) -> dict[str, bytes]                a PDF by file name
    write(folder, files) -> list[Path]                 all of them or none
    print_for(store, asked, folder, code, files)       the same, with a row in the history of the case
    note_entered(store, code, testimony_id)            that what stood on the sheets is entered
    printed_codes(store), entered_codes(store)         what was printed for a case, and what of it is entered
"""

from __future__ import annotations

import contextlib
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.guides import LANGUAGES, Guide, GuideLine, load_guides
from app.domain.paper_letters import LETTERS
from app.domain.vocabulary import PURPOSES, RECIPIENTS
from app.errors import BAD_INPUT, UserError, bad_input
from app.paths import resource
from app.services.consenting import APPLIES
from app.services.export import write_and_journal
from app.services.session import forms, told
from app.storage.case_store import CaseStore

if TYPE_CHECKING:  # reportlab takes a second to load, which nobody should wait for who prints no paper
    from app.report.plain_paper import Paper
    from app.report.texts import Texts

PAPERS = ("a4", "letter")
CARDS, GUIDES, SHEETS, CHECKLIST = "cards.pdf", "guides.pdf", "sheets.pdf", "closing.pdf"
PRINTED, ENTERED = "paper printed", "paper entered"
#: The questions that most first talks need; every other pair can be named.
USUAL = (
    ("interview", "counsel"), ("notes", "counsel"), ("storage", "counsel"), ("future-contact", "counsel"),
    ("legal-representation", "counsel"), ("copy-documents", "counsel"), ("medical-detail", "counsel"),
    ("asylum-filing", "asylum-authority"), ("interpol-filing", "interpol-ccf"), ("expert-opinion", "medical-expert"),
    ("advocacy", "ngo"), ("advocacy", "un"), ("press", "press"), ("research", "research"),
)  # fmt: skip
MOST_SHEETS = 60
#: Numbered lines a sheet: the first has a line more of facts above them.
_LINES = {"a4": 27, "letter": 25}


@dataclass(frozen=True, slots=True)
class Kit:
    """What is to be printed, in which language and on which paper. ``guides`` are keys, the opening and closing among them."""

    lang: str = "en"
    paper: str = "a4"
    cards: tuple[tuple[str, str], ...] = USUAL
    guides: tuple[str, ...] = ()
    sheets: int = 8
    checklist: bool = True


def usual(lang: str = "en", paper: str = "a4") -> Kit:
    """All that is usually needed: the usual cards, every guide, eight sheets, the closing list."""
    return Kit(lang, paper, guides=tuple(guide.key for guide in guides()))


@lru_cache(maxsize=1)
def guides() -> tuple[Guide, ...]:
    """The guides that ship with the program, in order."""
    return load_guides(resource("guides"), forms())


def languages() -> tuple[str, ...]:
    """The languages in which the kit is printed."""
    return LANGUAGES


def all_cards() -> tuple[tuple[str, str], ...]:
    """Every purpose with every recipient that it is usually asked for."""
    return tuple((purpose, recipient) for purpose in PURPOSES for recipient in APPLIES[purpose])


def chosen_cards(text: str) -> tuple[tuple[str, str], ...]:
    """``usual``, ``all``, ``none`` or ``purpose:recipient,…``. Raises ``UserError``."""
    named = {"usual": USUAL, "all": all_cards(), "none": ()}
    if text in named:
        return named[text]
    pairs = [tuple(part.strip().split(":")) for part in text.split(",") if part.strip()]
    for pair in pairs:
        if len(pair) != 2 or pair[0] not in PURPOSES or pair[1] not in RECIPIENTS:
            raise bad_input("usage", "--cards takes usual, all, none, or purpose:recipient, …; nothing was written")
    return tuple(dict.fromkeys((pair[0], pair[1]) for pair in pairs))


def chosen_guides(text: str) -> tuple[str, ...]:
    """``all``, ``none`` or keys parted by commas; always in their order. Raises ``UserError``."""
    known = tuple(guide.key for guide in guides())
    if text in ("all", "none"):
        return known if text == "all" else ()
    asked = {part.strip() for part in text.split(",") if part.strip()}
    if not asked <= set(known):
        raise bad_input("usage", f"--guides takes all, none, or some of {', '.join(known)}; nothing was written")
    return tuple(key for key in known if key in asked)


# --- drawing ---


def draw_kit(asked: Kit, code: str) -> dict[str, bytes]:
    """The PDFs by file name. ``code`` stands on cards, sheets and their key. Raises ``UserError``."""
    if asked.lang not in LANGUAGES:
        raise bad_input("usage", f"the paper is there in {', '.join(LANGUAGES)}; nothing was written")
    if asked.paper not in PAPERS or not 0 <= asked.sheets <= MOST_SHEETS:
        raise bad_input("usage", f"the paper is a4 or letter, with at most {MOST_SHEETS} sheets; nothing was written")
    from app.report.faces import MissingGlyph
    from app.report.plain_paper import draw

    texts = _texts(asked.lang)
    parts: dict[str, tuple[str, list[Paper], str]] = {
        CARDS: ("Cards", [_card(texts, asked.lang, *pair) for pair in asked.cards], "page"),
        GUIDES: ("Guides", [_guide(texts, guide, asked.lang) for guide in guides() if guide.key in asked.guides], "plain"),
        SHEETS: ("Sheets", list(_sheets(texts, asked, code)) if asked.sheets else [], "coded"),
        CHECKLIST: ("Checklist", [_checklist(texts, asked.lang)] if asked.checklist else [], "coded"),
    }
    try:
        return {
            name: draw(papers, title, paper=asked.paper, foot=partial(_foot, texts, code, kind))
            for name, (title, papers, kind) in parts.items()
            if papers
        }
    except MissingGlyph as error:
        raise UserError(
            "missing-glyph", BAD_INPUT, f"no font of the report has {', '.join(error.code_points)}; no file was written"
        ) from None


@lru_cache(maxsize=4)
def _texts(lang: str) -> Texts:
    from app.report.texts import Texts

    return Texts(lang, tomllib.loads(resource("paper", f"{lang}.toml").read_text("utf-8")))


def _foot(texts: Texts, code: str, kind: str, page: int) -> str:
    return texts.say(f"foot.{kind}", code=code, page=page)


def _card(texts: Texts, lang: str, purpose: str, recipient: str) -> Paper:
    from app.report.paper_rules import Fill, Lines, Tick
    from app.report.plain_paper import CLOSE, HEAD, NOTE, STRONG, TITLE, Paper

    def say(path: str, **slots: object) -> str:
        return texts.say(f"card.{path}", **slots)

    def of(part: str) -> str:
        return texts.say(part)

    what, who = f"purpose.{purpose}", f"recipient.{recipient}"
    return Paper(
        (
            (say("title", purpose=of(f"{what}.name")), TITLE),
            (say("for_whom", recipient=of(f"{who}.name")), STRONG),
            (say("what"), HEAD),
            (of(f"{what}.what"), CLOSE),
            (of(f"{who}.who"), CLOSE),
            (say("risk"), HEAD),
            (of(f"{what}.risk"), CLOSE),
            (say("free"), STRONG),
            (say("back"), CLOSE),
            (say("answer"), HEAD),
            *(Tick(say(key), CLOSE) for key in ("yes_named", "yes_counsel", "yes_pseudonym", "yes_aggregate", "no")),
            Tick(say("later"), CLOSE, rule=True),
            (say("words"), NOTE),
            Lines(2, gap=18),
            Fill(say("until"), NOTE),
            (say("how"), HEAD),
            Tick(say("oral"), CLOSE),
            Tick(say("mark"), CLOSE, rule=True),
            Tick(say("signed"), CLOSE, rule=True),
            Fill(say("date"), CLOSE),
            Fill(say("interpreter"), CLOSE),
            (say("child"), HEAD),
            Fill(say("guardian"), CLOSE),
            Tick(say("assent"), CLOSE),
            Fill(say("doubts"), NOTE),
            (say("reference", purpose=purpose, recipient=recipient), NOTE),
        ),
        lang=lang,
    )


def _guide(texts: Texts, guide: Guide, lang: str) -> Paper:
    from app.report.plain_paper import ASKED, HEAD, NOTE, TITLE, UNDER, Paper

    def section(part: str, lines: Sequence[GuideLine], first: int = 0) -> Iterator[tuple[str, object]]:
        if not lines:
            return
        yield texts.say(f"guide.{part}"), HEAD
        for number, line in enumerate(lines, first):
            yield f"{number}.  {line.words[lang]}" if first else f"–  {line.words[lang]}", ASKED
            if names := _labels(guide, line, texts):
                yield names, UNDER

    standards = texts.say("guide.standards", names="; ".join(guide.standards) if lang == "en" else "；".join(guide.standards))
    parts = [
        (guide.title.words[lang], TITLE),
        (standards, NOTE),
        *section("say", guide.say),
        *section("open", guide.open, 1),
        *section("ask", guide.ask, len(guide.open) + 1),
        *section("never", guide.never),
        (texts.say("guide.note"), NOTE),
    ]
    return Paper(tuple(parts), lang=lang)  # type: ignore[arg-type]  # a style each, which mypy cannot see through the generator


def _labels(guide: Guide, line: GuideLine, texts: Texts) -> str:
    """Under which fields of the form the answer is entered; only where the form's own words are in that language."""
    if not guide.type or not texts.say("guide.enters"):
        return ""
    named = [forms().field(guide.type, name).label for name in line.fields if "." not in name]
    return texts.say("guide.enters", fields=" · ".join(named)) if named else ""


def _sheets(texts: Texts, asked: Kit, code: str) -> Iterator[Paper]:
    """The key first, on a page of its own: it is cut off before anything is written."""
    from app.report.paper_rules import Cut, KeyTable, Lines
    from app.report.plain_paper import HEAD, NOTE, STRONG, TEXT, TITLE, Paper

    heads = (texts.say("slip.letter"), texts.say("slip.name"))
    yield Paper(
        (
            (texts.say("slip.title"), TITLE),
            (texts.say("slip.lead"), STRONG),
            (texts.say("slip.burn"), TEXT),
            (texts.say("slip.less"), TEXT),
            Cut(texts.say("slip.cut")),
            (texts.say("slip.head", code=code), HEAD),
            KeyTable(tuple(LETTERS), heads),
        ),
        lang=asked.lang,
    )
    lines = _LINES[asked.paper]
    for sheet in range(1, asked.sheets + 1):
        top = [(texts.say("sheet.head", code=code, sheet=sheet), STRONG)]
        if sheet == 1:
            top.append((texts.say("sheet.facts"), NOTE))
        top.append((texts.say("sheet.rule"), NOTE))
        yield Paper((*top, Lines(lines, (sheet - 1) * lines + 1)), lang=asked.lang)


def _checklist(texts: Texts, lang: str) -> Paper:
    from app.report.paper_rules import Lines, Tick
    from app.report.plain_paper import NOTE, TEXT, TITLE, Paper

    return Paper(
        (
            (texts.say("closing.title"), TITLE),
            (texts.say("closing.lead"), NOTE),
            *(Tick(item, TEXT) for item in texts.lines("closing.items")),
            (texts.say("closing.left"), NOTE),
            Lines(4),
        ),
        lang=lang,
    )


# --- writing, and what the case remembers ---


def write(folder: Path, files: dict[str, bytes], journal: Callable[[], None] = lambda: None) -> list[Path]:
    """Write the PDFs into a folder, which may be new, then journal; where anything fails, nothing of them is left."""
    with told():
        fresh = not folder.exists()
        if fresh:
            folder.mkdir(mode=0o700)
        try:
            write_and_journal([(folder / name, data) for name, data in files.items()], journal, replace=False)
        except BaseException:
            if fresh:
                with contextlib.suppress(OSError):
                    folder.rmdir()
            raise
    return [folder / name for name in files]


def print_for(store: CaseStore, asked: Kit, folder: Path, code: str, files: dict[str, bytes]) -> list[Path]:
    """The same for a case: its history keeps the code, so that what comes back can be held against it."""
    said = {"code": code, "lang": asked.lang, "parts": sorted(files)}
    return write(folder, files, lambda: store.record(PRINTED, said))


def note_entered(store: CaseStore, code: str, testimony_id: str) -> None:
    """Keep in the history that the sheets under a code were entered, and as which testimony."""
    with told():
        store.record(ENTERED, {"code": code, "testimonies": [testimony_id]})


def printed_codes(store: CaseStore) -> tuple[str, ...]:
    """The codes of the sheets that were printed for a case, oldest first."""
    return _codes(store, PRINTED)


def entered_codes(store: CaseStore) -> tuple[str, ...]:
    """The codes of what is entered already, with any that were printed elsewhere."""
    return _codes(store, ENTERED)


def _codes(store: CaseStore, what: str) -> tuple[str, ...]:
    with told():
        held = (str((row.payload or {}).get("code", "")) for row in store.journal() if row.what == what)
        return tuple(dict.fromkeys(code for code in held if code))

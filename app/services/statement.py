"""A testimony on paper, to be signed: the words as they were read back, the witness's declaration, the certificates.

It names people as they are on record and is meant for the hand of the witness, not for a recipient: no redaction goes over
it, so that whoever writes one is told what the file holds, and the history keeps that it was written.

    statement_pdf(case, testimony, wording, dated) -> bytes
    write(store, testimony_id, wording, path, data) -> None

The certificate of a translation says what 8 CFR 1003.33 asks for: competence, truth and accuracy, name, address, telephone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.case import Case, Testimony
from app.domain.date_words import date_words
from app.errors import BAD_INPUT, UserError, bad_input
from app.services.export import write_and_journal
from app.services.session import told
from app.services.testimony import is_fixed, paragraphs
from app.storage.case_store import CaseStore

if TYPE_CHECKING:  # reportlab takes a second to load, which nobody should wait for who writes no paper
    from app.report.setting import Style

#: How the witness declares it: 28 U.S.C. 1746 has one wording within the United States and one outside; elsewhere plain words.
WITHIN_US, OUTSIDE_US, PLAIN = "within-us", "outside-us", "plain"
WORDINGS = (WITHIN_US, OUTSIDE_US, PLAIN)

_DECLARES = {
    WITHIN_US: "I declare under penalty of perjury that the foregoing is true and correct.",
    OUTSIDE_US: (
        "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true "
        "and correct."
    ),
    PLAIN: "What stands above is what I said. It is true to the best of my knowledge and memory.",
}
#: The same for whoever reads Chinese: nobody signs what they cannot read. The English wording stands below it.
_DECLARES_ZH = {
    WITHIN_US: "本人声明，以上内容真实无误；如有虚假，愿受伪证罪处罚。",
    OUTSIDE_US: "本人声明，以上内容真实无误；如有虚假，愿依美利坚合众国法律受伪证罪处罚。",
    PLAIN: "以上是我所说的话。就我所知和记忆，内容属实。",
}
_LINE = "_" * 34
#: A last paragraph of more letters may part from the signature: it would not fit a page beside it.
_LONG = 1500


def statement_pdf(case: Case, testimony: Testimony, wording: str, dated: date) -> bytes:
    """The paper. Raises ``UserError``: ``not-read-back`` (nobody is to sign what they have not heard), ``missing-glyph``."""
    if not is_fixed(testimony):
        raise bad_input("not-read-back", "the testimony was not read back; nothing was written")
    from app.report.faces import MissingGlyph
    from app.report.plain_paper import Paper, draw

    lines = tuple(_statement(case, testimony, wording))
    end = next(place for place, (text, _) in enumerate(lines) if text == _read_back(case, testimony))
    count = len(paragraphs(testimony.text))
    last = next((place for place in range(end) if lines[place][0].startswith(f"{count}.  ")), end)
    first = last if sum(len(text) for text, _ in lines[last:end]) < _LONG else end
    papers = [Paper(lines, together=len(lines) - first)]
    papers += [Paper(tuple(one)) for one in _certificates(case, testimony)]
    foot = f"{case.case.code} · {testimony.id} · {dated.isoformat()}"
    try:
        return draw(papers, "Statement", foot=lambda page: f"{foot} · page {page} · initials ______")
    except MissingGlyph as error:
        raise UserError(
            "missing-glyph", BAD_INPUT, f"no font of the report has {', '.join(error.code_points)}; no file was written"
        ) from None


def write(store: CaseStore, testimony_id: str, wording: str, path: Path, data: bytes) -> None:
    """Write the paper to a file, and keep in the history that it left the vault."""
    said = {"testimonies": [testimony_id], "wording": wording, "sha256": hashlib.sha256(data).hexdigest()}
    with told():
        write_and_journal([(path, data)], lambda: store.record("statement written", said), replace=True)


def _statement(case: Case, testimony: Testimony, wording: str) -> Iterator[tuple[str, Style]]:
    from app.report.plain_paper import NOTE, SAID, STRONG, TEXT, TITLE

    name = _name(case, testimony.person)
    yield f"Statement of {name}", TITLE
    yield _taken(case, testimony), NOTE
    read = {one.n: one.result for one in testimony.readback.paragraphs} if testimony.readback else {}
    whole = testimony.status == "confirmed"
    for number, text in enumerate(paragraphs(testimony.text), 1):
        heard = (whole and not read) or read.get(number) in ("confirmed", "corrected")
        yield f"{number}.  {text}", SAID
        if not heard:
            yield f"Paragraph {number} was not read back.", STRONG
    yield _read_back(case, testimony), TEXT
    if testimony.amendments:
        yield f"Corrections made since it was first written down: {len(testimony.amendments)}.", TEXT
    if testimony.lang.split("-")[0] == "zh":
        yield _DECLARES_ZH[wording], SAID
    yield _DECLARES[wording], STRONG
    yield f"Executed on: {_LINE}", TEXT
    yield f"At: {_LINE}", TEXT
    yield f"Signature of {name}: {_LINE}", TEXT
    # Ties the paper to the record: the history keeps the same number where the witness stood by the words.
    yield f"SHA-256 of the words on record: {hashlib.sha256(testimony.text.encode('utf-8', 'surrogatepass')).hexdigest()}", NOTE


def _certificates(case: Case, testimony: Testimony) -> Iterator[list[tuple[str, Style]]]:
    """That of who interpreted the talk or read it back, and that of who translated the text: a page each."""
    from app.report.plain_paper import NOTE, TEXT, TITLE

    interview, readback = testimony.interview, testimony.readback
    witness, language = _name(case, testimony.person), _language(testimony.lang)
    interpreter = (readback.interpreter if readback else None) or (interview.interpreter if interview else None)
    spoken = _language((readback.language if readback else None) or (interview.language if interview else None) or "")
    lines = [f"Address: {_LINE}", f"Telephone: {_LINE}", f"Date: {_LINE}", f"Signature: {_LINE}"]
    if interpreter:
        name = _name(case, interpreter)
        between = f"between {spoken} and {language}" if spoken and spoken != language else f"in {spoken or language}"
        words = (
            f"I, {name}, am competent to interpret {between}. The statement of {witness} was read to the witness in "
            f"{spoken or language} in my presence or by me. I interpreted all that was said truly and accurately, to the "
            "best of my abilities, and I keep it confidential."
        )
        yield [("Interpreter’s certificate", TITLE), (words, TEXT), *((line, TEXT) for line in lines)]
    if testimony.translation_of:
        original = next((t for t in case.testimonies if t.id == testimony.translation_of), None)
        by = testimony.translation.by if testimony.translation else None
        name = _name(case, by) if by else _LINE
        source = _language(original.lang) if original is not None else "the original language"
        words = (
            f"I, {name}, certify that I am competent to translate from {source} into {language}, and that the "
            f"translation of the statement of {witness} is true and accurate to the best of my abilities."
        )
        note = "Certification of a translation: 8 CFR 1003.33."
        yield [("Translator’s certificate", TITLE), (words, TEXT), *((line, TEXT) for line in lines), (note, NOTE)]


def _taken(case: Case, testimony: Testimony) -> str:
    interview = testimony.interview
    parts = [f"In {_language(testimony.lang)}"]
    if interview is not None and interview.date:
        parts.append(f"taken on {date_words(interview.date)}")
    if interview is not None and interview.interpreter:
        parts.append(f"through the interpreter {_name(case, interview.interpreter)}")
    return ", ".join(parts) + "."


def _read_back(case: Case, testimony: Testimony) -> str:
    held = testimony.readback
    if held is None:
        return "This statement was confirmed as a whole."
    out = "This statement was read back"
    out += f" {'from' if '/' in held.on else 'on'} {date_words(held.on)}" if held.on else ""
    out += f" in {_language(held.language)}" if held.language else ""
    out += f" through {_name(case, held.interpreter)}" if held.interpreter else ""
    return f"{out}, paragraph by paragraph."


def _name(case: Case, person: str) -> str:
    """The first name on record; isolated, so that one written from right to left leaves the sentence in order."""
    found = next((one for one in case.people if one.id == person), None)
    return f"\u2068{found.names[0].text}\u2069" if found is not None else _LINE


def _language(tag: str) -> str:
    from app.report.texts import load_texts

    return load_texts("en").language_name(tag) if tag else ""

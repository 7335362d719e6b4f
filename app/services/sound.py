"""Sound of an interview, straight into the vault: begun, kept second by second, sealed as a document.

    begin(store, testimony, title, rate, on) -> Begun          a document of kind ``recording``, without content yet
    take(store, piece)                                         the next samples; on the disk when it returns
    finish(store, progress) -> Sealed | None                   the document gets its content; ``None``: nothing was recorded
    clear(store) -> Iterator[None]                             takes away what was kept second by second, step by step
    is_left(store) -> bool
    finish_left(store) -> Sealed | None                        both, for what a lock, a kill or a full disk left
    open_sound(store, document_id) -> tuple[BinaryIO, Wav]     to be played; the caller closes it
    written_at(case, document_id, seconds) -> Written | None   the paragraph that is heard at a place
    without_ties(case, document_id) -> Case, remove(store, document_id) -> Case

Samples are of 16 bits, one channel. All of it is for the thread that owns the vault; what ``open_sound`` gives is not bound
to it. Errors (``UserError.code``): those of ``session.told``, ``recording`` (another one is not sealed yet), ``too-long``,
``not-held``, ``not-played``.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from app.domain.case import Case, Document, Interview, Testimony
from app.errors import UserError, bad_input
from app.services import documents, wav, work
from app.services.documents import Progress, Stream
from app.services.session import told
from app.services.wav import Wav
from app.storage.case_store import CaseStore
from app.storage.errors import Damaged, NoSuchEntry, UnderHold

KIND = "recording"
_NAME = "recording.wav"
_READ = 1 << 20


@dataclass(frozen=True, slots=True)
class Begun:
    """A recording that was begun: the case, and the id of the document that it will be."""

    case: Case = field(repr=False)
    document: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """A recording that is a document now: the case, the document's id, how long it is."""

    case: Case = field(repr=False)
    document: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph (from 1) of a testimony that is tied to a recording, and after how many seconds it is heard there."""

    testimony: str
    paragraph: int
    at: float


def written_at(case: Case, document_id: str, seconds: float) -> Written | None:
    """The paragraph that was begun last at a place of a recording; before the first of them that one."""
    ties = [
        Written(testimony.id, mark.paragraph, float(mark.at or 0.0))
        for testimony in case.testimonies
        for mark in testimony.marks
        if mark.recording == document_id and mark.paragraph
    ]
    ties.sort(key=lambda one: one.at)
    before = [one for one in ties if one.at <= seconds + 0.05]  # a tie is kept to a tenth of a second
    return before[-1] if before else ties[0] if ties else None


def without_ties(case: Case, document_id: str) -> Case:
    """The case with no paragraph tied to a recording; marks of the interviewer stay."""
    held = []
    for testimony in case.testimonies:
        marks = (replace(one, recording=None, at=None) if one.recording == document_id else one for one in testimony.marks)
        kept = tuple(one for one in marks if one.mark or one.recording)
        held.append(replace(testimony, marks=kept) if kept != testimony.marks else testimony)
    return replace(case, testimonies=tuple(held))


def remove(store: CaseStore, document_id: str) -> Case:
    """Remove a document, and with a recording what ties paragraphs to it: who takes a consent back can have it gone.

    Raises ``UserError`` as ``documents.remove_document`` does; then the ties stand too.
    """
    case = work.case_of(store)
    free = without_ties(case, document_id)
    with told():
        if case.case.hold is not None and document_id in store.contents():
            raise UnderHold("a legal hold is on the case")
    if not work.references_to(free, document_id):
        before = {one.id: one for one in case.testimonies}
        untied: list[tuple[str, object]] = [("testimonies", one) for one in free.testimonies if one != before[one.id]]
        if untied:
            work.save_many(store, untied)
    return documents.remove_document(store, document_id)


def begin(store: CaseStore, testimony: Testimony, title: str, rate: int, on: str) -> Begun:
    """Put the recording on record, and that the interview is recorded; no sound is there yet. ``on``: the day (EDTF)."""
    from app.services import interview  # what redacts is loaded with it, and the list of cases waits for nothing of that

    with told():
        if store.sound.facts() is not None:
            raise _not_sealed()
        new = Document(work.new_id(store, "documents"), title, KIND, on, lang=_lang(testimony))

        def recorded(held: Interview | None) -> Interview:
            return replace(held or Interview(), recorded=True)

        # First the sound: should the rest not come about, an empty recording is left, which finishing takes away.
        store.sound.begin({"document": new.id, "rate": rate, "title": title, "on": on})
        return Begun(interview.save_interview(store, testimony, recorded, [("documents", new)]), new.id)


def _lang(testimony: Testimony) -> str | None:
    return testimony.interview.language if testimony.interview and testimony.interview.language else testimony.lang


def _not_sealed() -> UserError:
    return bad_input("recording", "another recording is not sealed yet; nothing was changed; seal it first")


def take(store: CaseStore, piece: bytes) -> None:
    """Keep the next samples."""
    with told():
        if store.sound.size() + len(piece) > wav.MOST:
            raise bad_input("too-long", "this recording is as long as one can be; it is safe; begin another")
        try:
            store.sound.add(piece)
        except NoSuchEntry:
            raise _not_sealed() from None


def finish(store: CaseStore, progress: Progress | None = None) -> Sealed | None:
    """Seal what was recorded as the content of its document, and read it back. What was kept second by second stays until
    ``clear``, which there is none for before that is done."""
    with told():
        facts = store.sound.facts()
        if facts is None:
            return None
        document_id, rate, size = str(facts["document"]), int(facts["rate"]), store.sound.size()
        if not store.sound.is_sealed:
            if not size:
                _drop_empty(store, document_id)
                return None
            if not _is_whole(store, document_id, wav.HEAD + size):
                source = Stream(store.sound.reader(wav.head(rate, size)), wav.HEAD + size, _NAME)
                document_id = _fill(store, document_id, str(facts["title"]), str(facts["on"]), source, progress)
                if not _is_whole(store, document_id, wav.HEAD + size):  # what was kept second by second stays
                    raise Damaged(f"document {document_id}")
            store.sound.note_sealed()
        held = store.contents().get(document_id)
        seconds = (held.size - wav.HEAD) / (2 * rate) if held is not None else 0.0
        return Sealed(work.case_of(store), document_id, seconds)


def _fill(store: CaseStore, document_id: str, title: str, on: str, source: Stream, progress: Progress | None) -> str:
    """Seal it; the document's id."""
    if any(document.id == document_id for document in work.case_of(store).documents):
        return documents.replace_content(store, document_id, source, progress=progress).document.id
    # It was taken out meanwhile, or never came to be on record: what was said is not lost for that.
    return documents.add_document(store, title, KIND, source, date=on, progress=progress).document.id


def _is_whole(store: CaseStore, document_id: str, size: int) -> bool:
    """Whether the document holds so many bytes, and reads back as what was sealed."""
    held = store.contents().get(document_id)
    if held is None or held.size != size:
        return False
    digest = hashlib.sha256()
    try:
        file = store.document(document_id)
        if file is None:
            return False
        with file:
            while piece := file.read(_READ):
                digest.update(piece)
    except Damaged:
        return False
    return digest.hexdigest() == held.sha256


def clear(store: CaseStore) -> Iterator[None]:
    """After ``finish``: take the seconds away, some at each step, so that other work comes in between."""
    with told():
        if store.sound.facts() is None:
            return
        if not store.sound.is_sealed:
            raise _not_sealed()
        yield from store.sound.clear()


def _drop_empty(store: CaseStore, document_id: str) -> None:
    """A recording without sound leaves no document, unless something refers to it already."""
    for _ in store.sound.clear():
        pass
    case = work.case_of(store)
    known = any(document.id == document_id for document in case.documents)
    if known and not work.references_to(case, document_id):
        work.remove(store, "documents", document_id)


def finish_left(store: CaseStore) -> Sealed | None:
    """Bring to its end what a lock, a kill or a full disk left. ``None`` where nothing was left that holds sound."""
    if is_left(store):
        sealed = finish(store)
        for _ in clear(store):
            pass
        return replace(sealed, case=work.case_of(store)) if sealed is not None else None
    return None


def is_left(store: CaseStore) -> bool:
    """Whether a recording was begun and not brought to its end."""
    with told():
        return store.sound.facts() is not None


def open_sound(store: CaseStore, document_id: str) -> tuple[BinaryIO, Wav]:
    """A document to be played, and where in it the samples lie. Nothing of it is ever a file outside the vault."""
    with told():
        file = documents.open_content(store, document_id)
        try:
            found = wav.read(file, file.seek(0, io.SEEK_END))
        except BaseException:
            file.close()
            raise
        if found is None:
            file.close()
            raise bad_input("not-played", "sound of this kind cannot be played here; it is stored whole and can be exported")
        return file, found

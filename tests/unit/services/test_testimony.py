"""Words that change: numbers of paragraphs stay true, what did not change stays read back, earlier wordings are kept."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain import case as domain
from app.domain.case import Amendment, Mark, Readback, ReadParagraph
from app.redaction.disclose_testimony import _paragraphs as exported
from app.services.testimony import amended, confirmed, marked, marks_in, paragraphs, read_back, rewritten, with_breaks_of
from app.storage import words

#: Texts are built of few different paragraphs, so that they often hold the same one twice, and of odd spaces between them.
PARTS = st.sampled_from(["He left.", "水。", "I\u00a0saw\nit.", "\u200fئۇ كەتتى.", "😀 \u2028b", "  in  ", "བོད་"])
GAPS = st.sampled_from(["\n\n", "\n\n\n", "\n \n", "\n\t\n\n", "\n\u00a0\n"])
ENDS = st.sampled_from(["", "\n", "\n\n\n", " "])


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = draw(st.lists(PARTS, min_size=1, max_size=7))
    out = draw(ENDS) + parts[0]
    for part in parts[1:]:
        out += draw(GAPS) + part
    return out + draw(ENDS)


@st.composite
def said(draw: st.DrawFn) -> domain.Testimony:
    text = draw(texts())
    count = len(paragraphs(text))
    results = st.sampled_from(["confirmed", "corrected", "not-reread"])
    read = tuple(ReadParagraph(n, draw(results)) for n in range(1, count + 1) if draw(st.booleans()))
    notes = tuple(Amendment(draw(st.integers(1, count)), "2021-07-03", None, "w", "e") for _ in range(draw(st.integers(0, 2))))
    held = domain.Testimony("t1", "p1", "en", text, readback=Readback("2021-07-02", "en", None, read), amendments=notes)
    return confirmed(held, on="2021-07-02")


def read_words(testimony: domain.Testimony) -> list[tuple[str, str | None]]:
    """What was read back: the words of each paragraph with its result."""
    assert testimony.readback is not None
    held = paragraphs(testimony.text)
    return [(held[(one.n or 0) - 1], one.result) for one in testimony.readback.paragraphs]


@given(said(), texts())
def test_numbers_of_paragraphs_are_always_those_of_the_words_they_speak_of(testimony: domain.Testimony, text: str) -> None:
    for after in (rewritten(testimony, text), amended(testimony, text, on="2021-08-01", by=None, why="date")):
        assert after.text == text, "to the character"
        assert after.readback is not None
        numbers = [one.n for one in after.readback.paragraphs]
        count = len(paragraphs(text))
        assert numbers == sorted({n for n in numbers if n is not None and 1 <= n <= count})
        assert all(1 <= (note.paragraph or 0) <= count for note in after.amendments)
        was = read_words(testimony)
        assert all(one in was for one in read_words(after)), "nothing is read back that was not"


@given(said(), texts())
def test_an_amendment_keeps_every_earlier_wording_and_falls_back(testimony: domain.Testimony, text: str) -> None:
    after = amended(testimony, text, on="2021-08-01", by="p2", why="date")
    old, new = paragraphs(testimony.text), paragraphs(text)
    fresh = after.amendments[len(testimony.amendments) :]
    if old == new:
        assert after == replace(testimony, text=text), "blank lines are no words"
        return
    assert (after.status, after.signed_on) == ("read-back", None)
    assert fresh
    assert {(note.on, note.by, note.why) for note in fresh} == {("2021-08-01", "p2", "date")}
    left = list(new)
    for wording in old:
        if wording in left:
            left.remove(wording)
        else:
            assert wording in [note.earlier for note in fresh]


def test_a_paragraph_that_did_not_change_keeps_its_result_wherever_it_stands_now() -> None:
    testimony = read_back(domain.Testimony("t1", "p1", "en", "a\n\nb\n\nc"), on="2021-07-02", language="en", interpreter=None)
    testimony = replace(testimony, amendments=(Amendment(3, why="earlier", earlier="C"),))
    after = amended(testimony, "new\n\na\n\nB\n\nc\n\n", on="2021-08-01", by=None, why="w")
    assert after.readback is not None
    assert [one.n for one in after.readback.paragraphs] == [2, 4]
    assert [(note.paragraph, note.earlier) for note in after.amendments] == [(4, "C"), (1, None), (3, "b")]


def test_what_was_taken_out_is_noted_where_it_stood() -> None:
    testimony = read_back(
        domain.Testimony("t1", "p1", "en", "a\n\nb\n\nc\n\nd"), on="2021-07-02", language="en", interpreter=None
    )
    middle = amended(testimony, "a\n\nd", on="2021-08-01", by=None, why="w")
    assert [(note.paragraph, note.earlier) for note in middle.amendments] == [(2, "b"), (2, "c")]
    last = amended(testimony, "a\n\nb", on="2021-08-01", by=None, why="w")
    assert [(note.paragraph, note.earlier) for note in last.amendments] == [(2, "c"), (2, "d")]


@given(texts())
def test_the_window_a_search_and_an_export_count_the_same_paragraphs(text: str) -> None:
    shown = exported(domain.Testimony("t1", "p1", "en", text), text)
    assert [one.text for one in shown] == paragraphs(text)
    assert words.paragraph(text, len(text.rstrip()) - 1) == len(paragraphs(text))


ODD = st.lists(
    st.sampled_from(["a", "水", "😀", "\u00a0", "\u2028", "\u200f", "\n", "\r\n", "\r", "\u2029", " "]), max_size=12
).map("".join)


@given(ODD, st.data())
def test_line_ends_of_an_import_do_not_change_by_writing_elsewhere(text: str, data: st.DataObject) -> None:
    shown = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    assert with_breaks_of(text, shown) == text
    at = data.draw(st.integers(0, len(shown)))
    typed = with_breaks_of(text, shown[:at] + "X" + shown[at:])
    assert typed.replace("X", "", 1) == text


@given(ODD, ODD)
def test_line_ends_are_the_only_thing_that_is_brought_back(text: str, typed: str) -> None:
    typed = typed.replace("\r", "").replace("\u2029", "")
    out = with_breaks_of(text, typed)
    assert out.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n") == typed


# --- marks ---


def test_a_mark_follows_its_paragraph_and_goes_with_it() -> None:
    held = marked(marked(domain.Testimony("t1", "p1", "en", "A\n\nB\n\nC"), 2, "ask-again"), 3, "unclear")
    assert held.marks == (Mark(2, "ask-again"), Mark(3, "unclear"))
    assert rewritten(held, "New\n\nA\n\nB\n\nC").marks == (Mark(3, "ask-again"), Mark(4, "unclear"))
    assert rewritten(held, "A\n\nB, more\n\nC").marks == held.marks
    assert rewritten(held, "A\n\nC").marks == (Mark(2, "unclear"),)
    assert marks_in(held, "A\n\nC") == {2: "unclear"}
    assert marked(held, 2, None).marks == (Mark(3, "unclear"),)
    assert marked(held, 2, "exact-words").marks == (Mark(2, "exact-words"), Mark(3, "unclear"))


def test_a_mark_changes_no_word_of_what_was_read_back() -> None:
    held = replace(domain.Testimony("t1", "p1", "en", "A\n\nB"), status="confirmed", signed_on="2021-07-03")
    assert replace(marked(held, 1, "unclear"), marks=()) == held

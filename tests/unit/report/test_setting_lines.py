"""Text broken into lines: never wider than the column, codes and dates whole, Chinese by its own rules."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.report.bidi_levels import levels
from app.report.lines import break_lines
from app.report.setting import Setter, Style
from app.report.shaping import clean, pieces, shape

SIZE = 10.0
POOL = "abc defg ,.-[]()“”’—…1234éǎЖпابهى中国人。，「」《》གྲོ་\u0301\u0323\u200c/&%+"


def lines_of(text: str, width: float, lang: str = "") -> list[str]:
    flow = Setter().flow(text, Style(SIZE, 14), lang)
    return [line.text for line in break_lines(flow, width * 1000 / SIZE)]


@settings(max_examples=200)
@given(st.text(POOL, max_size=200), st.sampled_from([24.0, 60.0, 180.0, 400.0]))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    for line in break_lines(Setter().flow(text, Style(SIZE, 14)), width * 1000 / SIZE):
        assert sum(stretch.width for stretch in line.stretches) * SIZE / 1000 <= width + 0.01


@settings(max_examples=100)
@given(st.text(POOL, max_size=200), st.sampled_from([24.0, 180.0]))
def test_nothing_is_lost_between_the_lines(text: str, width: float) -> None:
    joined = "".join("".join(lines_of(text, width)).split())
    assert joined == "".join(clean(text).split())


def test_codes_and_dates_never_break_where_they_fit_on_a_line() -> None:
    text = "He saw [Relative 1] on 14 September 2020 and [News organization 2] in May 2019, see Exhibit 12. " * 4
    for width in range(110, 260, 7):
        for line in lines_of(text, width):
            assert line.count("[") == line.count("]")
            assert not line.endswith(("14", "September", "May", "Exhibit", "[Relative"))


def test_a_code_wider_than_its_column_breaks_at_its_space() -> None:
    assert lines_of("[Organization 1]", 70) == ["[Organization ", "1]"]


def test_chinese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    text = "他们把我关在县招待所里三十天。“你等着瞧吧，”他们当中的一个人说……大家——每家都来了人。"
    for width in range(40, 200, 10):
        for line in lines_of(text, width, "zh-Hans"):
            assert line[0] not in "。，”…》）"
            assert line[-1] not in "“《（"


def test_quotes_of_a_chinese_sentence_are_set_in_the_chinese_face_and_those_of_an_english_one_are_not() -> None:
    def faces(text: str) -> set[str]:
        flow = Setter().flow(text, Style(SIZE, 14))
        return {s.face for row in flow.lines for piece in row for s in piece.stretches if "“" in s.text}

    assert faces("他说：“我不知道。”") == {"sc"}
    assert faces("The man (“Lao”, 老) said “no”.") == {"serif"}


def test_traditional_characters_have_their_own_face() -> None:
    flow = Setter().flow("我們", Style(SIZE, 14), "zh-Hant")
    assert {s.face for row in flow.lines for piece in row for s in piece.stretches} == {"tc"}


def test_what_has_no_look_is_dropped_and_what_was_not_readable_is_written_out() -> None:
    assert clean("a\u200bb\u202ec\ufeffd\u00ade") == "abcde"
    assert clean("a\x07b\ufffd") == "ab[U+FFFD]"
    assert clean("a\r\nb\u2028c") == "a\nb\nc"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean("Wang\u200dLi") == "WangLi"


def test_each_glyph_carries_the_letters_it_was_drawn_for() -> None:
    for text, face, right_to_left in [("لا", "arabic", True), ("می\u200cخواهم", "arabic", True), ("གྲོང་", "tibetan", False)]:
        glyphs = shape(text, face, right_to_left)
        ordered = reversed(glyphs) if right_to_left else glyphs
        assert "".join(g.text for g in ordered).replace("\u200b", "") == text.replace("\u200c", "")


def test_brackets_take_the_direction_of_what_stands_inside_or_before() -> None:
    assert levels("ا [ab] ب")[1] == [1, 1, 1, 2, 2, 1, 1, 1]
    assert levels("a (ا) b")[1] == [0, 0, 0, 1, 0, 0, 0]


def test_a_line_may_end_behind_a_hyphen_and_a_dash_but_not_before() -> None:
    assert pieces("well-known—and") == ["well-", "known—", "and"]

"""What the patterns find in a text, and what they leave alone: each line one case, spans as their words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.redaction.patterns import find_patterns
from app.redaction.patterns_found import Found, without_overlap
from app.redaction.patterns_numbers import luhn, prc_check_digit
from app.redaction.patterns_view import SLOT, view_of

# (text, the words of each find with its kind)
CONTACTS = [
    ("Call +86 138 0013 8000 now", [("+86 138 0013 8000", "contact")]),
    ("my number is 13800138000.", [("13800138000", "contact")]),
    ("我的电话１３８００１３８０００", [("１３８００１３８０００", "contact")]),
    ("打138-0013-8000找他", [("138-0013-8000", "contact")]),
    ("dial 1 3 8 0 0 1 3 8 0 0 0 please", [("1 3 8 0 0 1 3 8 0 0 0", "contact")]),
    ("138-0013-\n8000", [("138-0013-\n8000", "contact")]),
    ("tel. (010) 6552 9988", [("(010) 6552 9988", "contact")]),
    ("(555) 123-4567", [("(555) 123-4567", "contact")]),
    ("138\u200b0013\u200b8000", [("138\u200b0013\u200b8000", "contact")]),
    ("call 138–0013–8000", [("138–0013–8000", "contact")]),
    ("۰۹۱۲۳۴۵۶۷۸۹", [("۰۹۱۲۳۴۵۶۷۸۹", "contact")]),
    (
        "it was one three eight zero zero one three eight zero zero zero, she said",
        [("one three eight zero zero one three eight zero zero zero", "contact")],
    ),
    (
        "call one three eight double oh one three eight triple oh",
        [("one three eight double oh one three eight triple oh", "contact")],
    ),
    ("号码一三八零零一三八零零零", [("一三八零零一三八零零零", "contact")]),
    ("幺三八零零幺三八零零零", [("幺三八零零幺三八零零零", "contact")]),
    ("wanglijun88@qq.com is mine", [("wanglijun88@qq.com", "contact")]),
    ("邮箱是wanglijun88@qq.com。", [("wanglijun88@qq.com", "contact")]),
    ("ｗａｎｇ＠ｑｑ．ｃｏｍ", [("ｗａｎｇ＠ｑｑ．ｃｏｍ", "contact")]),
    ("wang (at) example (dot) com", [("wang (at) example (dot) com", "contact")]),
    (f"write to {SLOT}88@qq.com", [(f"{SLOT}88@qq.com", "contact")]),
    ("follow @lijun_w there", [("@lijun_w", "contact")]),
    ("my WeChat ID is wlj_1974", [("wlj_1974", "contact")]),
    ("我的微信号是wlj1974", [("wlj1974", "contact")]),
    ("QQ 123456789", [("123456789", "contact")]),
    ("Telegram: lijunwang", [("lijunwang", "contact")]),
    ("see https://example.com/wang/2019/06/04?x=1.", [("https://example.com/wang/2019/06/04?x=1", "contact")]),
    ("on www.example.org/~wang, he said", [("www.example.org/~wang", "contact")]),
    ("from 192.168.1.17", [("192.168.1.17", "contact")]),
    ("MAC 00:1A:2B:3C:4D:5E", [("00:1A:2B:3C:4D:5E", "contact")]),
    ("I lived at 123 Main Street, Apt 4B, Flushing, NY 11354.", [("123 Main Street, Apt 4B, Flushing, NY 11354", "contact")]),
    ("at 41 north hill road", [("41 north hill road", "contact")]),
    ("Room 501, Unit 3, Building 12", [("Room 501, Unit 3, Building 12", "contact")]),
    ("P.O. Box 1234", [("P.O. Box 1234", "contact")]),
    ("他住在临海市人民路12号3栋501室。", [("临海市人民路12号3栋501室", "contact")]),
    ("住在3号楼2单元501", [("3号楼2单元501", "contact")]),
    ("邮编317000", [("317000", "contact")]),
    ("CA 94110-1234", [("CA 94110-1234", "contact")]),
    ("London SW1A 1AA", [("SW1A 1AA", "contact")]),
]
IDENTIFIERS = [
    ("110101197403072316", [("110101197403072316", "identifier")]),
    ("身份证号110101197403072316。", [("110101197403072316", "identifier")]),
    ("110101 1974 0307 2316", [("110101 1974 0307 2316", "identifier")]),
    ("11010119740307231X", [("11010119740307231X", "identifier")]),
    ("110101740307231", [("110101740307231", "identifier")]),
    ("１１０１０１１９７４０３０７２３１６", [("１１０１０１１９７４０３０７２３１６", "identifier")]),
    ("1101011974\n03072316", [("1101011974\n03072316", "identifier")]),
    ("passport E30591274", [("E30591274", "identifier")]),
    ("护照号E30591274", [("E30591274", "identifier")]),
    ("E 30591274", [("E 30591274", "identifier")]),
    ("EA1234567", [("EA1234567", "identifier")]),
    ("A 098-765-432", [("A 098-765-432", "identifier")]),
    ("A098765432", [("A098765432", "identifier")]),
    ("A# 098 765 432", [("A# 098 765 432", "identifier")]),
    ("a-number: 098765432", [("a-number: 098765432", "identifier")]),
    ("WAC2112345678", [("WAC2112345678", "identifier")]),
    ("WAC-21-123-45678", [("WAC-21-123-45678", "identifier")]),
    ("docket 20-cv-1234", [("20-cv-1234", "identifier")]),
    ("1:21-cr-00123-ABC", [("1:21-cr-00123-ABC", "identifier")]),
    ("application no. 28045/02", [("28045/02", "identifier")]),
    ("(2019)浙0281刑初123号判决", [("(2019)浙0281刑初123号", "identifier")]),
    ("（2019）浙0281刑初123号", [("（2019）浙0281刑初123号", "identifier")]),
    ("Interpol A-1234/1-2021", [("A-1234/1-2021", "identifier")]),
    ("warrant no. 2020-117", [("2020-117", "identifier")]),
    ("card 4111 1111 1111 1111", [("4111 1111 1111 1111", "identifier")]),
    ("GB29 NWBK 6016 1331 9268 19", [("GB29 NWBK 6016 1331 9268 19", "identifier")]),
    ("SSN 078-05-1120", [("078-05-1120", "identifier")]),
    ("the card ending in 8000", [("8000", "identifier")]),
    ("尾号8000", [("8000", "identifier")]),
    ("138****8000", [("138****8000", "identifier")]),
    ("plate 浙B12345", [("浙B12345", "identifier")]),
    ("京A·12345", [("京A·12345", "identifier")]),
    ("lijun.wang_statement.docx", [("lijun.wang_statement.docx", "identifier")]),
    ("王立军证词.docx", [("王立军证词.docx", "identifier")]),
    (f"{SLOT}_statement.pdf", [(f"{SLOT}_statement.pdf", "identifier")]),
    (r"C:\Users\wang\notes", [(r"C:\Users\wang\notes", "identifier")]),
    ("/home/wang/notes", [("/home/wang/notes", "identifier")]),
]
PLACES = [
    ("30.2741, 120.1551", [("30.2741, 120.1551", "place")]),
    ("28°51'30\"N 121°08'E", [("28°51'30\"N 121°08'E", "place")]),
]
LEFT_ALONE = [
    "They held me for thirty days.",
    "30 days in the county guesthouse",
    "a six-month visa and six months of waiting",
    "after two years of work",
    "within three days",
    "他们关了我三十天。",
    "六个月的签证",
    "they took 1,200,000 yuan",
    "30000000 yuan",
    "Article 34 and Protocol No. 1",
    "24/7 and 1/2 of it, 5 of 10 people",
    "form I-589 and COVID-19",
    "page 12 of 300",
    "WeChat was blocked and Telegram too",
    "one or two of three men",
    "一二三 一起走",
    "every Thursday",
    "he marched in the march",
    "I may go",
    "高兴的样子，一点都不怕",
]


def words(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.kind) for f in find_patterns(text, None)]


@pytest.mark.parametrize(("text", "expected"), CONTACTS + IDENTIFIERS + PLACES)
def test_what_identifies_by_its_form_is_found_whole_and_surely(text: str, expected: list[tuple[str, str]]) -> None:
    assert words(text) == expected
    assert all(found.sure for found in find_patterns(text, None))


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_identifies_nobody_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_the_check_digits_are_those_of_the_standards() -> None:
    assert prc_check_digit("110101197403072316")
    assert not prc_check_digit("110101197403072315")
    assert luhn("4111111111111111")
    assert not luhn("4111111111111112")


def test_a_number_is_named_by_what_it_is() -> None:
    named = {text: find_patterns(text, None)[0].what for text in ("110101197403072316", "13800138000", "A098765432", "a@b.com")}
    assert list(named.values()) == ["resident-id", "phone", "a-number", "email"]


def test_finds_that_overlap_in_part_are_covered_together() -> None:
    one, two = Found(0, 6, "contact", True), Found(4, 8, "identifier", True)
    assert [(f.start, f.end, f.kind) for f in without_overlap([two, one], "x" * 8)] == [(0, 8, "contact")]


def test_a_date_that_had_to_be_widened_hides_all_of_itself() -> None:
    from app.redaction.textdates import TextDate, coarsen

    date = Found(0, 6, "date", True, when=TextDate("4 June", "day", month=6))
    other = Found(4, 9, "date", True, when=TextDate("ne 20", "year", year=2020))
    joined = without_overlap([date, other], "4 June 20")[0]
    assert coarsen(joined, "month") == "[date]"


def test_a_place_in_the_view_maps_back_past_what_does_not_show() -> None:
    text = "a\u200bb\u00adcde\u0301f"
    view = view_of(text)
    assert view.text == "abcdef"
    assert text[slice(*view.span(0, 2))] == "a\u200bb"
    assert text[slice(*view.span(4, 5))] == "e\u0301"


ALPHABET = st.sampled_from([*"aA1 .,-/@年月日号三王\n\u200b\ue000年年0９٣:()§#路村", "June ", "4 ", "2019", "the ", "no. "])


@given(st.lists(ALPHABET, max_size=40).map("".join))
@settings(max_examples=150)
def test_finds_are_sorted_lie_in_the_text_and_never_overlap(text: str) -> None:
    last = 0
    for found in find_patterns(text, "en"):
        assert last <= found.start < found.end <= len(text)
        last = found.end


@pytest.mark.parametrize("unit", ["1 ", "a@", "4 May ", "No. 1", "Room 1, ", "one ", "三天", "路1号", "12-", "x.pdf"])
def test_the_cost_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    import time

    def cost(size: int) -> float:
        spent = []
        for _ in range(3):  # the least of three: a sweep of the memory may fall into one
            begun = time.process_time()
            find_patterns((unit * size)[:size], None)
            spent.append(time.process_time() - begun)
        return min(spent)

    cost(100)
    assert cost(8000) < 12 * cost(2000) + 0.05

"""Ways in which a name, a day or a number once got out, or an honest text was spoilt. Each stays shut."""

from __future__ import annotations

import re

import pytest

from tests.redacting import person, redact

WITNESS = person("p1", "Hu Baoling", roles=["witness"])


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("friend of Grace", [person("p3", "Grace Hope")]),
        ("小军", [person("p3", "王立军")]),
        ("mail a@b.com", []),
        ("born 3 May 1970", []),
        ("Zhang Weimin", []),
    ],
)
def test_words_typed_to_stand_for_somebody_are_no_way_out(words: str, others: list[dict[str, object]]) -> None:
    told = person("p2", "Memet Tursun", disclose={"as": "code", "text": words})
    done = redact("Then Tursun came.", WITNESS, told, *others, mask_undecided=True).disclosure
    assert done.collisions == ("p2",)


@pytest.mark.parametrize("words", ["a brother in China", "the county police", "an attorney for ICE", "Township official"])
def test_an_honest_descriptor_is_let_through(words: str) -> None:
    told = person("p2", "Memet Tursun", disclose={"as": "descriptor", "text": words})
    done = redact("Then Tursun came.", WITNESS, told).disclosure
    assert (done.collisions, done.questions) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "They took him on the 14th.",
        "It was the night of the 14th.",
        "They came on 14 VI 2019.",
        "It was week 24 of 2019.",
        "It was his 18th birthday.",
        "初五来了人。",
        "那天是14号。",
    ],
)
def test_a_day_or_age_told_in_another_way_is_not_shown_where_days_are_not(text: str) -> None:
    read = redact(text, WITNESS, profile="public", mask_undecided=True)
    assert not any(part in read.text for part in ("14", "18", "24", "初五"))


def test_an_age_takes_its_own_article_only() -> None:
    assert redact("There was a man aged 17 there.", WITNESS, profile="public").text == "There was a man [age withheld] there."


def test_whether_words_are_an_address_does_not_depend_on_a_name() -> None:
    names = ["Jose Vega", "Juan de la Cruz", "沈国伟", "Memet Tursun"]
    read = {redact(f"Yes, {name} Street 12 burned.", WITNESS, person("p2", name)).text for name in names}
    assert len(read) == 1
    assert "12" not in read.pop()


@pytest.mark.parametrize("text", ["neirB'O came.", "The O'Briens left.\n\nneirB'O came."])
def test_a_part_of_a_name_backwards_is_asked(text: str) -> None:
    assert "neirB'O" in redact(text, WITNESS, person("p2", "Ann O'Brien")).asked


def test_a_bracket_between_two_spellings_joins_no_two_names() -> None:
    assert (
        redact("At home Ma Teng (Ma Teng) is known.", WITNESS, person("p2", "Ma Teng")).text == "At home [Person 1] is known."
    )


def test_the_point_of_an_abbreviated_firm_goes_with_it() -> None:
    firm = [{"id": "o1", "names": [{"text": "Red Pine Mining Co., Ltd."}], "kind": "company"}]
    assert (
        redact("The men of Red Pine Mining Co., Ltd. came.", WITNESS, organizations=firm).text == "The men of [Company 1] came."
    )
    read = redact("It was Red Pine Mining Co., Ltd. He left.", WITNESS, organizations=firm)
    assert read.text == "It was [Company 1]. He left."


def test_a_part_of_a_name_of_three_words_is_masked_whole() -> None:
    witness = person("p1", "Shum Kwok Hang", roles=["witness"])
    assert redact("He called me Kwok Hang, then.", witness).text == "He called me [Witness], then."


def test_an_address_leaves_the_point_of_its_sentence() -> None:
    read = redact("The house stood at No. 7 East Lane. He built it.", WITNESS, mask_undecided=True)
    assert read.text == "The house stood at [contact withheld]. He built it."


@pytest.mark.parametrize(
    "text",
    [
        "It was on 30 September/1 October 2002.",
        "It was on 3/4 May 2019.",
        "It was on 4th/5th June 2019.",
        "It was June 4/5, 2019.",
        "It was 4+5 June 2019.",
        "It was 4 (5) June 2019.",
        "It was the 4th or perhaps 5th June 2019.",
        "It was 4 June 2019-7 June 2019.",
        "It was 4-June-2019/5-June-2019.",
        "It was 4.–5. June 2019.",
        "It was on 3./4. Mai 2019.",
        "It was 06/04/2019-06/05/2019.",
        "It was 2019-06-04..05.",
        "It was 2019.6.4/5.",
        "It was 2019/6/4-5.",
        "It was 4.6./5.6.2019.",
        "那是5月3/4日。",
        "那是5月3日/4日。",
        "那是6月4至5日。",
        "那是2019年6月4-7日。",
        "It was 04/June/2019.",
        "It was June/4/2019.",
        "It was 4/Jun/19.",
        "It was the 4th-7th.",
        "It was at 10h35.",
        "那是本月4日。",
        "那是4日晚。",
        "那是第14天。",
    ],
)
def test_of_two_days_told_in_one_breath_neither_is_shown_where_months_are(text: str) -> None:
    for profile in ("partner", "public"):
        shown = redact(text, person("p1", "Hu Baoling", roles=["witness"]), profile=profile, mask_undecided=True).text
        assert not re.search(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?![\d月])", shown)


PRISON = [
    {"id": "l1", "names": [{"text": "Linhai County"}, {"text": "临海县"}], "kind": "county"},
    {
        "id": "l2",
        "names": [{"text": "Linhai County Detention Centre"}, {"text": "临海县看守所"}],
        "kind": "facility",
        "within": "l1",
    },
]
BODIES = [
    {"id": "o1", "names": [{"text": "临海县公安局"}], "kind": "police"},
    {"id": "o2", "names": [{"text": "红松矿业有限公司"}], "kind": "company"},
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was in the linhai county detention center then.", "He was in [Facility 1] then."),
        ("He was in the Linhai Detention Centre then.", "He was in [Facility 1] then."),
        ("He was in the Linhai detention center then.", "He was in [Facility 1] then."),
        ("他在临海看守所。", "他在[Facility 1]。"),
        ("临海公安来了。", "[Agency 1]来了。"),
        ("临海公安局来了。", "[Agency 1]来了。"),
    ],
)
def test_a_body_without_the_rank_of_its_place_or_in_the_other_english_is_the_same(text: str, expected: str) -> None:
    assert redact(text, WITNESS, places=PRISON, organizations=BODIES).text == expected


def test_what_is_left_of_a_firm_without_its_trade_is_asked() -> None:
    assert redact("红松的人来了。", WITNESS, organizations=BODIES).asked == ("红松",)


@pytest.mark.parametrize(
    "text",
    [
        "Her children aged 4, 7 and 9 wept.",
        "They were 4, 7 and 9 years old.",
        "Ages 17-19 were taken.",
        "His sons, aged 4 or 5, wept.",
        "He is 44 y.o.",
        "A 44-yr-old came.",
        "He was born 44 years ago.",
        "He'd be 44 now.",
        "他快44了。",
    ],
)
def test_of_several_ages_none_is_left_where_ages_are_not_shown(text: str) -> None:
    assert not re.search(r"\d", redact(text, WITNESS, profile="public", mask_undecided=True).text)


@pytest.mark.parametrize("text", ["It was 2001:db8::ff00:42:8329 then.", "It was fe80::1 then.", "It was 10:20:30 then."])
def test_the_address_of_a_machine_goes_whole(text: str) -> None:
    assert redact(text, WITNESS).text == ("It was 10:20:30 then." if "20:30" in text else "It was [contact withheld] then.")

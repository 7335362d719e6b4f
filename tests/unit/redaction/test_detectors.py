"""What is proposed for names that nobody entered, and what is not: each line one case, spans as their words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.redaction.detectors import detect, detect_names

# (text, the words proposed and asked about)
ENGLISH = [
    ("Wang Lijun told me.", ["Wang Lijun"]),
    ("He saw Chief Wang there.", ["Chief Wang"]),
    ("with Mr. L. Wang, my lawyer", ["Mr. L. Wang"]),
    ("Ms B. Baysal lives in Bartın.", ["Ms B. Baysal", "Bartın"]),
    ("the İzmir State Security Court", ["İzmir State Security Court"]),
    ("O'Brien's wife", ["O'Brien"]),
    ("with A-Jun and W.L.J. yesterday", ["A-Jun", "W.L.J."]),
    ("Xiao Wang and Old Li", ["Xiao Wang", "Old Li"]),
    ("Wang\nLijun ran", ["Wang\nLijun"]),
    ("José García-Pérez came", ["José García-Pérez"]),
    ("Jose\u0301 came", ["Jose\u0301"]),
    ("he met Zhāng Wěi", ["Zhāng Wěi"]),
    ("Ｗａｎｇ Ｌｉｊｕｎ came", ["Ｗａｎｇ Ｌｉｊｕｎ"]),
    ("Wa\u200bng Lijun came", ["Wa\u200bng Lijun"]),
    ("Abd al-Rahman and Umar bin Hassan", ["Abd al-Rahman", "Umar bin Hassan"]),
    ("Ludwig van der Berg", ["Ludwig van der Berg"]),
    ("Linhai County Public Security Bureau", ["Linhai County Public Security Bureau"]),
    ("a man from Xiahe village", ["Xiahe village"]),
    ("held in Linhai prison", ["Linhai prison"]),
    ("Golden Harvest Industrial Group paid", ["Golden Harvest Industrial Group"]),
    ("New York was cold", ["New York"]),
    ("Then Zhao ran", ["Zhao"]),
    ("Villagers Wang and Li ran.", ["Wang", "Li"]),
    ("Li's house and the Lis", ["Li", "Lis"]),
    ("Hope came with us", ["Hope"]),
    ("Will came too", ["Will"]),
    ("I asked Will about it", ["Will"]),
    ("I told June and May", ["June", "May"]),
    ("Jordan told me", ["Jordan"]),
    ("Mr Law and Mrs King", ["Mr Law", "Mrs King"]),
    ("Officer Liu and Judge Ramirez", ["Officer Liu", "Judge Ramirez"]),
    ("Dr. O'Neil from Boston", ["Dr. O'Neil", "Boston"]),
    ("I know Mr Wang of the Linhai Court", ["Mr Wang", "Linhai Court"]),
    ("THE MAN WANG LIJUN WAS DETAINED IN LINHAI", ["WANG LIJUN", "LINHAI"]),
    ("Young said nothing", ["Young"]),
    ("my brother wang lijun lives in xiahe", ["wang lijun", "xiahe"]),
    ("his friend, grace, ran", ["grace"]),
    ("the officer was called hope by all", ["hope"]),
    ("then tursun came back", ["tursun"]),
    ("a girl named parisa was there", ["parisa"]),
    ("They told mr smith to leave", ["mr smith"]),
    ("Ван Лицзюнь сказал", ["Ван Лицзюнь"]),
    ("Ο Γιώργος ήρθε", ["Ο Γιώργος"]),
    ("他叫Wang Lijun。", ["Wang Lijun"]),
]
CHINESE = [
    ("王立军告诉我。", ["王立军"]),
    ("王立軍告訴我。", ["王立軍"]),
    ("他叫沈国伟，是村长。", ["沈国伟"]),
    ("我和李娜在一起", ["李娜"]),
    ("张三、李四和王五都被抓了", ["张三", "李四", "王五"]),
    ("欧阳明的弟弟", ["欧阳明"]),
    ("買買提·吐爾遜來了", ["買買提·吐爾遜來了"]),
    ("我见到买买提·吐尔逊。", ["买买提·吐尔逊"]),
    ("小王来了，老李走了", ["小王", "老李"]),
    ("王某说", ["王某"]),
    ("李科长和王先生", ["李科长", "王先生"]),
    ("下河村的人", ["下河村"]),
    ("浙江省临海市", ["浙江省临海市"]),
    ("在武汉市第二看守所", ["武汉市第二看守所"]),
    ("临海县公安局", ["临海县公安局"]),
    ("金龙机电股份有限公司", ["金龙机电股份有限公司"]),
    ("他去了温州", ["温州"]),
    ("律师陈光说", ["陈光"]),
    ("我弟弟沈国强还在国内", ["沈国强"]),
    ("证人：赵伟", ["赵伟"]),
]
COMMON = [
    "In China the Chinese Government and Interpol did it.",
    "I speak English and Mandarin.",
    "On Thursday we left. My wife cried. Then they came.",
    "The Court held that Article 34 of the Convention applies.",
    "ICE and the FBI came. The United Nations did not answer.",
    "People's Republic of China",
    "They beat me. Nobody helped. God knows why.",
    "Will they come? May I go?",
    "the police, the army and the party",
    "I want to go home",
    "中国和美国",
    "我很高兴，方法很多，马上就走。",
    "关于这件事，任何人都可以说。",
    "他们关了我三十天，房子被拆了。",
    "公安局的人来了",
]
MIXED = [
    ("مېنىڭ ئىسمىم تۇرسۇن. مەن قەشقەردە تۇغۇلغان.", ["مېنىڭ ئىسمىم تۇرسۇن", "مەن قەشقەردە تۇغۇلغان"]),
    ("བོད་ཡིག་འདི་ཡིན། ང་བསྟན་འཛིན་ཡིན།", ["བོད་ཡིག་འདི་ཡིན", "ང་བསྟན་འཛིན་ཡིན"]),
    ("He said سلام to me", ["سلام"]),
    ("왕리쥔이 왔다", ["왕리쥔이 왔다"]),
    ("私はタナカです", ["はタナカです"]),
]


def asked(text: str) -> list[str]:
    return [text[f.start : f.end] for f in detect_names(text, None) if not f.common]


@pytest.mark.parametrize(("text", "expected"), ENGLISH + CHINESE)
def test_a_name_that_nobody_entered_is_asked_about(text: str, expected: list[str]) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize("text", COMMON)
def test_what_is_known_everywhere_or_no_name_is_not_asked_about(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_a_script_that_no_detector_reads_is_asked_about_clause_by_clause(text: str, expected: list[str]) -> None:
    assert asked(text) == expected
    assert {found.kind for found in detect_names(text, None) if text[found.start] > "\u0500"} <= {"other", "place"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I saw Chief Wang", "person"), ("near Xiahe Village", "place"), ("the Linhai Court", "organization"),
        ("王立军告诉我", "person"), ("下河村的人", "place"), ("临海县公安局", "organization"),
    ],
)  # fmt: skip
def test_a_proposal_says_what_it_may_be(text: str, kind: str) -> None:
    assert [found.kind for found in detect_names(text, None)] == [kind]


def test_countries_and_offices_are_proposed_and_marked_as_common() -> None:
    text = "He left China for the United States."
    assert [(text[f.start : f.end], f.common) for f in detect_names(text, None)] == [("China", True), ("United States", True)]


def test_a_nationality_takes_its_noun_along() -> None:
    text = "She is a Turkish national."
    assert [text[f.start : f.end] for f in detect(text, "en")] == ["Turkish national"]


def test_all_is_told_together_around_what_patterns_found() -> None:
    text = "On 4 June 2019 Wang Lijun paid 200,000 yuan to wang@qq.com in Linhai."
    expected = [
        ("On 4 June 2019", "date"), ("Wang Lijun", "person"), ("200,000 yuan", "number"), ("wang@qq.com", "contact"),
        ("Linhai", "other"),
    ]  # fmt: skip
    assert [(text[f.start : f.end], f.kind) for f in detect(text, "en")] == expected


def test_names_are_never_sure() -> None:
    assert not any(f.sure for f in detect_names("Wang Lijun of Linhai, 王立军, سلام", None))


def test_a_word_that_begins_a_sentence_is_asked_about_where_it_is_a_name_elsewhere() -> None:
    text = "Sparrow ran. I held Sparrow. Sparrows sang."
    assert asked(text)[:2] == ["Sparrow", "Sparrow"]


NEIGHBOURS = st.sampled_from(
    [
        "Wang ",
        " Wang",
        "told",
        " of ",
        "Mr ",
        "'s",
        ". ",
        "的",
        "王",
        "村",
        "公安局",
        " County",
        "said ",
        "\n",
        " and ",
        "(",
        "小",
        "县",
        "Chief ",
    ]
)


@given(
    st.lists(st.one_of(NEIGHBOURS, st.just("\ue000")), min_size=1, max_size=14),
    st.lists(st.integers(0xE000, 0xE0FF), max_size=20),
)
@settings(max_examples=200)
def test_a_slot_is_opaque_and_all_slots_are_alike(parts: list[str], slots: list[int]) -> None:
    text = "".join(parts)
    it = iter(slots)
    other = "".join(chr(next(it, 0xE001)) if char == "\ue000" else char for char in text)
    found = detect_names(text, None)
    assert found == detect_names(other, None)
    assert not any("\ue000" in text[f.start : f.end] for f in found)


@given(
    st.lists(st.sampled_from([*"aAbZ .,'-\n王李村县公司·\u200bمབ", "Wang ", "The ", "mr ", "of the "]), max_size=30).map(
        "".join
    )
)
@settings(max_examples=150)
def test_proposals_are_sorted_lie_in_the_text_and_never_overlap(text: str) -> None:
    for run in (detect_names, detect):
        last = 0
        for found in run(text, None):
            assert last <= found.start < found.end <= len(text)
            last = found.end


SPOKEN = """So in the morning the police came, maybe ten of them, and Officer Liu said sign here. I didn't sign. They hit
me on the back with a rubber hose. Then they drove me to the guesthouse near the bus station, and I was there
for thirty days. Nobody told my wife. God knows what they did to the others. Honestly I don't want trouble.
Please don't write down the names of the people in the village. Somebody will suffer. After that I went to
Hong Kong and marched with thousands of people. People were singing. Students gave us water."""


def test_spoken_text_is_asked_about_sparingly() -> None:
    assert asked(SPOKEN) == ["Officer Liu"]


@pytest.mark.parametrize("unit", ["A ", "Wang and ", "Court of the ", "mr ", "王", "公司", "a.", "ب ", "Ab\n", "小王"])
def test_the_cost_grows_with_the_text(unit: str) -> None:
    import time

    def cost(size: int) -> float:
        begun = time.process_time()
        detect_names((unit * size)[:size], None)
        return time.process_time() - begun

    cost(100)
    assert cost(8000) < 12 * cost(2000) + 0.05

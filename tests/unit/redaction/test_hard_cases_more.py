"""More hard cases, one a line: odd spellings, other scripts, days, ages and numbers told oddly, what must not be taken."""

from __future__ import annotations

from typing import Any

import pytest

from tests.redacting import person, redact

WANG = person("p1", "Wang Lijun", "王立军", roles=["witness"])
SHEN = person("p2", "Shen Guowei", "沈国伟", roles=["friend"])

# (names on record, text, what is read)
SPELLED = [
    (["Wang Lijun"], "Then Wang/Lijun came.", "Then [Witness] came."),
    (["Wang Lijun"], "Then W/a/n/g L/i/j/u/n came.", "Then [Witness] came."),
    (["Wang Lijun"], "Then Wang|Lijun came.", "Then [Witness] came."),
    (["Wang Lijun"], "Then Wang－Lijun came.", "Then [Witness] came."),
    (["Wang Lijun"], "Then 🆆🅰🅽🅶 🅻🅸🅹🆄🅽 came.", "Then [Witness] came."),
    (["Wang Lijun"], "Then 🇼🇦🇳🇬 🇱🇮🇯🇺🇳 came.", "Then [Witness] came."),
    (["Wang Lijun"], "Then ⓌⒶⓃⒼ ⓁⒾⒿⓊⓃ came.", "Then [Witness] came."),
    (["Wang Lijun"], "Then 𝐖𝐚𝐧𝐠 𝐋𝐢𝐣𝐮𝐧 came.", "Then [Witness] came."),
    (["Wang Lijun"], "Then W̶a̶n̶g̶ ̶L̶i̶j̶u̶n̶ came.", "Then [Witness]̶ came."),
    (["Wang Lijun"], "Then W\u200da\u200dn\u200dg\u200d \u200dL\u200di\u200dj\u200du\u200dn came.", "Then [Witness] came."),
    (["Wang Lijun"], "Then Wang Li-chun came.", "Then [Witness] came."),
    (["王立军"], "Then Wang Li-chün came.", "Then [Witness] came."),
    (["Zhou Xiaoping"], "Then Chou Hsiao-p'ing came.", "Then [Witness] came."),
    (["Hope Li"], "他说hope li's house", "他说[Witness]'s house"),
    (["Mohammed bin Salman al-Otaibi"], "Then al-Otaibi and otaibi came.", "Then [Witness] and [Witness] came."),
    (["Mohammed al-Otaibi"], "then alOtaibi came.", "then [Witness] came."),
    (["Krzysztof Wąsowicz-Dłuski"], "then wasowicz came.", "then [Witness] came."),
    (["Krzysztof Wąsowicz-Dłuski"], "Then D l u s k i came.", "Then [Witness] came."),
    (["Jürgen Weiß-Müller"], "Then Juergen Weiss came.", "Then [Witness] came."),
    (["Jürgen Weiß-Müller"], "then mueller came.", "then [Witness] came."),
    (["Jürgen Weiß-Müller"], "Then MÜLLER came.", "Then [Witness] came."),
    (["İbrahim Yıldız"], "Then Yıldız'ın came.", "Then [Witness] came."),
    (["İbrahim Yıldız"], "Then İBRAHİM YILDIZ came.", "Then [Witness] came."),
    (["İbrahim Yıldız"], "Then Yildiz'dan came.", "Then [Witness] came."),
    (["Светлана Тихановская"], "О Светлане Тихановской.", "О [Witness]."),
    (["Светлана Тихановская"], "О тихановскую.", "О [Witness]."),
    (["Светлана Тихановская"], "Then Tikhanovskaya came.", "Then [Witness] came."),
    (["Мирзоев Далер"], "then mirzoev came.", "then [Witness] came."),
    (["Мирзоев Далер"], "Then Daler Mirzoev came.", "Then [Witness] came."),
    (["Щербаков Жан"], "Then Shcherbakov came.", "Then [Witness] came."),
    (["Щербаков Жан"], "Then Scherbakov came.", "Then [Witness] came."),
    (["김민준"], "Then Kim Min-jun came.", "Then [Witness] came."),
    (["김민준"], "then minjun came.", "then [Witness] came."),
    (["이서연"], "Then Lee Seoyeon came.", "Then [Witness] came."),
    (["山田太郎"], "Then 太郎 came.", "Then [Witness] came."),
    (["山田太郎"], "山田さん", None),
    (["やまだ たろう"], "Then Taro Yamada came.", "Then [Witness] came."),
    (["مەمەت تۇرسۇن"], "then memet tursun came.", "then [Witness] came."),
    (["گۈلنار ئەخمەت"], "Then Gulnar came.", "Then [Witness] came."),
    (["Md. Rahman"], "He saw Md. Rahman there.", "He saw [Witness] there."),
    (["Qiu Xia"], "They took Qiu Xia. Qiu Xia wept.", "They took [Witness]. [Witness] wept."),
    (["欧阳春晖"], "欧阳春晖 欧阳春晖来了。", "[Witness]来了。"),
]


@pytest.mark.parametrize(("names", "text", "expected"), SPELLED)
def test_a_name_in_an_odd_spelling_is_masked_whole(names: list[str], text: str, expected: str | None) -> None:
    read = redact(text, person("p1", *names, roles=["witness"]))
    if expected is None:
        assert not any(part in read.text for part in ("山田", "太郎"))
    else:
        assert read.text == expected


# (text, what is asked, who is meant)
NEAR = [
    ("Then Lyi Jun Vang came.", "Lyi Jun Vang", "p1"),
    ("then lyi jun vang came and Bob went", "lyi jun vang", "p1"),
    ("Then Wang Lijvn came.", "Lijvn", "p1"),
    ("then lijvn came and Bob went", "lijvn", "p1"),
    ("then guowie came", "guowie", "p2"),
    ("he met guowe1 there", "guowe1", "p2"),
    ("he met gu0wei there", "gu0wei", "p2"),
    ("he met gu|owei there", "gu|owei", "p2"),
    ("the guow3i came", "guow3i", "p2"),
    ("He met GUOWEY there.", "GUOWEY", "p2"),
    ("then guo wie came", "guo wie", "p2"),
    ("then guowel came", "guowel", "p2"),
    ("then shenn guwoei came", "shenn guwoei", "p2"),
    ("Then nujiL gnaW came.", "nujiL gnaW", "p1"),
    ("then nujil gnaw came", "nujil gnaw", "p1"),
    ("军立王来了。", "军立王", "p1"),
    ("后来沈国炜来了", "沈国炜", "p2"),
    ("他是沈果伟吗", "沈果伟", "p2"),
    ("王立君来了。", "王立君", "p1"),
    ("王丽军来了。", "王丽军", "p1"),
    ("Then Lijung came.", "Lijung", "p1"),
]


@pytest.mark.parametrize(("text", "asked", "meant"), NEAR)
def test_a_near_miss_is_asked_with_who_is_meant(text: str, asked: str, meant: str) -> None:
    read = redact(text, WANG, SHEN)
    question = next(q for q in read.disclosure.questions if q.text == asked)
    assert meant in question.suggests
    assert asked not in read.text
    assert asked not in redact(text, WANG, SHEN, mask_undecided=True).text


@pytest.mark.parametrize(
    "text", ["They came again in the lining.", "he was loosing it", "the prices were lower", "他见过国威集团"]
)
def test_everyday_words_are_no_near_miss(text: str) -> None:
    assert not any(q.suggests for q in redact(text, WANG, SHEN, person("p3", "Bower Pryce")).disclosure.questions)


def test_a_near_miss_that_was_declared_safe_is_shown() -> None:
    read = redact("then guowie came", WANG, SHEN, decisions=[{"text": "guowie", "as": "safe"}])
    assert (read.text, read.asked) == ("then guowie came", ())


def test_a_near_miss_can_be_said_to_be_the_person() -> None:
    read = redact("then guowie came", WANG, SHEN, decisions=[{"text": "guowie", "as": {"person": "p2"}}])
    assert (read.text, read.asked) == ("then [Friend 1] came", ())


# what is told to the day, or an age; `left` must not be read where months are shown and ages are not
DAYS = [
    ("It was the fourteenth.", "fourteenth"),
    ("It was the fourteenth day of June.", "fourteenth"),
    ("It was the first Monday of June 2019.", "first"),
    ("It was the last day of June 2019.", "last"),
    ("It was Friday the thirteenth.", "thirteenth"),
    ("It was from the 3rd–5th.", "5th"),
    ("It was 14-Jun-19.", "1"),
    ("It was 14Jun2019.", "14"),
    ("It was the 165th day of 2019.", "165"),
    ("It was day 165 of 2019.", "165"),
    ("He left on day three.", "three"),
    ("It was two Fridays ago.", "two"),
    ("It was at the full moon.", "moon"),
    ("It was the winter solstice.", "solstice"),
    ("It was new year's day.", "new year"),
    ("It was his son's birthday.", "birthday"),
    ("It was the tenth birthday of his son.", "tenth"),
    ("It was the anniversary of his arrest.", "anniversary"),
    ("It was the first day of school.", "first day"),
    ("It was one four zero six one nine.", "four zero"),
    ("那天是三月十四。", "十四"),
    ("那天是3月14。", "14"),
    ("过了两天他走了。", "两天"),
    ("隔了三天他走了。", "三天"),
    ("那是第二个星期五。", "第二"),
    ("那天是儿子生日。", "生日"),
    ("Ngày 14 tháng 6 năm 2019 họ đến.", "14"),
    ("Это было четырнадцатого июня.", "четырнадцатого"),
    ("Он ушёл в пятницу.", "пятницу"),
    ("14 जून 2019 को आए।", "14"),
    ("There was a man of 46 there.", "46"),
    ("There was a man of forty-six there.", "forty-six"),
    ("At 46, he fled.", "46"),
    ("He was barely eighteen.", "eighteen"),
    ("His daughter, 7, wept.", "7"),
    ("His daughter (7) wept.", "7"),
    ("Wang Lijun, 41, wept.", "41"),
    ("He was a septuagenarian.", "septuagenarian"),
    ("He is a child of the seventies.", "seventies"),
    ("He was born in the year of the rat.", "rat"),
    ("他属鼠，走了。", "鼠"),
    ("他年近半百。", "半百"),
    ("他年过花甲。", "花甲"),
    ("他今年四十六。", "四十六"),
    ("他刚满十八。", "十八"),
    ("他是70后。", "70"),
]


@pytest.mark.parametrize(("text", "left"), DAYS)
def test_a_day_or_an_age_told_oddly_is_not_read_where_neither_is_shown(text: str, left: str) -> None:
    for profile in ("partner", "public"):
        lang = "zh-Hans" if any("\u4e00" <= char <= "\u9fff" for char in text) else None
        assert left not in redact(text, WANG, profile=profile, lang=lang, mask_undecided=True).text


@pytest.mark.parametrize(
    "text",
    [
        "He was held for thirty days.",
        "The fourteenth floor burned.",
        "The house of his son burned.",
        "They took 300 men.",
        "He has three sons.",
    ],
)
def test_what_is_no_day_and_no_age_stays(text: str) -> None:
    assert redact(text, WANG, profile="partner").text == text


# (text, what is read by counsel)
NUMBERS = [
    ("Call 138 double-zero 13 8000.", "Call [contact withheld]."),
    ("电话幺三八洞洞幺三八洞洞洞。", "电话[contact withheld]。"),
    ("Call 138-0013-8OOO.", "Call [number withheld]."),
    ("Call l38-00l3-8000.", "Call [number withheld]."),
    ("Last four digits 8000.", "Last four digits [number withheld]."),
    ("It ends in eight zero zero zero.", "It ends in [number withheld]."),
    ("He was prisoner number four four one seven.", "He was prisoner number [number withheld]."),
    ("He was inmate four-four-one-seven.", "He was inmate [number withheld]."),
    ("It was at 28.85 north, 121.14 east then.", "It was at [place withheld] then."),
    ("It was at 28.85,121.14 then.", "It was at [place withheld] then."),
    ("It cost 28.85, 121.14 was too much.", "It cost [place withheld] was too much."),  # nothing tells the two apart
    ("They were 3.50, 4.20 and 5.10.", "They were 3.50, 4.20 and 5.10."),
    ("It was at ///filled.count.soap then.", "It was at [place withheld] then."),
    ("It was case (2019) Zhe 1082 Xing Chu 123 then.", "It was case [number withheld] then."),
    ("Find me on wx loneheron7 now.", "Find me on wx [contact withheld] now."),
    ("加我薇信 abc123。", "加我薇信 [contact withheld]。"),
    ("Find xiaoshen1974 on WeChat.", "Find [contact withheld] on WeChat."),
    ("Mail lone dot heron at qq dot com now.", "Mail [contact withheld] now."),
    ("Mail lone.heron@qq。com now.", "Mail [contact withheld] now."),
    ("See http://x.com/太郎 now.", "See [contact withheld] now."),
    ("On 2019-06-26 one man came.", "On 2019-06-26 one man came."),
    ("In 2019 two men came.", "In 2019 two men came."),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_told_oddly_goes_whole(text: str, expected: str) -> None:
    assert redact(text, WANG).text == expected


CONTACTS = [
    {"kind": "address", "value": "No. 7 Willow Lane, Xiahe"},
    {"kind": "email", "value": "lone.heron@qq.com"},
    {"kind": "address", "value": "临海市东湖巷7号"},
]


@pytest.mark.parametrize(
    ("text", "asked"),
    [("He lives in willow lane.", "willow lane"), ("He goes by loneheron there.", "loneheron"), ("他住在东湖巷。", "东湖巷")],
)
def test_what_of_a_contact_gives_somebody_away_alone_is_asked(text: str, asked: str) -> None:
    read = redact(text, person("p1", "Wang Lijun", roles=["witness"], contacts=CONTACTS))
    assert asked in read.asked
    assert asked not in read.text


TOPICS = [
    "He filed an asy-lum claim.",
    "He filed an a\u200bsylum claim.",
    "He filed an ａｓｙｌｕｍ claim.",
    "He filed an аsylum claim.",
    "He filed an a s y l u m claim.",
    "They filed for protection in the United States.",
    "He asked for protection from being sent back.",
    "He seeks political protection.",
    "He asked for sanctuary.",
    "他申请政庇。",
    "他申请了庇 护。",
    "他申请了政治保护。",
    "Он просит убежища.",
    "Il demande l’asile.",
    "He hired an attorney.",
    "He retained a law firm.",
    "His legal team filed the brief.",
    "His solicitor called.",
    "他请了律师。",
    "John Sandweg filed the appeal on his behalf.",
    "Sandweg acts for the family.",
]


@pytest.mark.parametrize("text", TOPICS)
def test_what_the_public_is_not_told_is_left_out_in_any_words(text: str) -> None:
    figure = person("p3", "John Sandweg", roles=["lawyer"], public_figure=True)
    read = redact(f"They wait. {text} They wait on.", WANG, figure, profile="public", mask_undecided=True)
    assert read.text == "They wait. […] They wait on."


def test_a_public_figure_who_represents_stays_as_a_speaker() -> None:
    figure = person("p3", "John Sandweg", roles=["lawyer"], public_figure=True)
    assert redact("Sandweg said that it is abusive.", WANG, figure, profile="public").text == "Sandweg said that it is abusive."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They said: Will Young. 沈国伟? No.", "They said: [Witness]. [Friend 1]? No."),
        ("- Will Young\n- 沈国伟", "- [Witness]\n- [Friend 1]"),
        ("They beat Will Young.沈国伟 saw it.", "They beat [Witness].[Friend 1] saw it."),
    ],
)
def test_a_name_that_is_also_a_title_takes_nothing_from_the_next(text: str, expected: str) -> None:
    assert redact(text, person("p1", "Will Young", roles=["witness"]), SHEN).text == expected


@pytest.mark.parametrize("name", ["Camp No. 7", "St. Anne Mill", "Camp 7", "3M Star"])
def test_a_place_with_a_point_or_a_number_in_its_name_is_found(name: str) -> None:
    places = [{"id": "l1", "names": [{"text": name}], "kind": "address"}]
    assert redact(f"It was in {name} then.", WANG, places=places).text == "It was in [Address 1] then."


def test_whom_something_came_before_does_not_tell_the_script_of_the_name() -> None:
    names = ["Ma Teng", "Oyelaran Adébáyò", "山田太郎", "Мирзоев Далер"]
    read = {redact(f"The day after {n} left.", person("p1", n, roles=["witness"]), profile="public").text for n in names}
    assert len(read) == 1


def test_a_decision_for_an_entry_that_is_gone_is_asked_again() -> None:
    read = redact("Then Peng Dashan came.", WANG, decisions=[{"text": "Peng Dashan", "as": {"person": "gone"}}])
    assert read.asked == ("Peng Dashan",)
    assert "Peng" not in read.text


def test_what_two_share_is_not_safe_everywhere_at_once() -> None:
    two = [person("p3", "Li Na"), person("p4", "Li Qiang")]
    general: dict[str, Any] = {"text": "Li", "as": "safe"}
    assert redact("Then Li came.", WANG, *two, decisions=[general]).asked == ("Li",)
    pointed = {**general, "where": "events[0].account", "start": 5}
    assert redact("Then Li came.", WANG, *two, decisions=[pointed]).text == "Then Li came."


@pytest.mark.parametrize(("tag", "shown"), [("x-lijun-wang", "und"), ("zh-Hant-TW-x-wang", "zh-Hant-TW"), ("ug-CN-x-7", "ug")])
def test_a_language_tag_carries_nothing_out(tag: str, shown: str) -> None:
    from app.redaction.disclose_testimony import shown_language

    assert shown_language(tag) == shown


def test_a_client_who_is_named_is_named_in_any_spelling() -> None:
    read = redact("Then Li-chun Wang came.", WANG, person("p3", "Wang Ligang"), profile="ccf")
    assert (read.text, read.asked) == ("Then Li-chun Wang came.", ())
    assert "Li-chun Wang" in read.disclosure.allowed


def test_the_name_before_an_at_is_no_leak_where_the_client_is_named() -> None:
    client = person("p1", "Wang Lijun", roles=["witness"], contacts=[{"kind": "email", "value": "wanglijun@qq.com"}])
    read = redact("Then Wang Lijun came.", client, profile="ccf")
    assert not any(form.key == "wanglijun" for form in read.disclosure.protected)
    assert redact("Write to wanglijun@qq.com.", client, profile="ccf").text == "Write to [contact withheld]."

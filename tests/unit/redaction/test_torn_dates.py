"""Days and ages that a scanner, a keyboard or a habit writes oddly: asked about where the profile shows neither.

Each row is a text, what is asked, and nothing of it may be read in the profiles that show months. What is left alone has a
reason beside it.
"""

from __future__ import annotations

import pytest

from app.redaction.patterns_view import view_of
from app.redaction.textdates_vague import vague_dates
from tests.redacting import person, redact

WITNESS = person("p1", "Hu Baoling", roles=["witness"])

# (text, what is asked)
DAYS = [
    # torn by a scanner
    ("They came on J une 4, 2019.", "J une 4, 2019"),
    ("They came on Ju ne 4 then.", "Ju ne 4"),
    ("It was Sept ember 12 then.", "Sept ember 12"),
    ("It was 4 Ju ne 2019.", "4 Ju ne 2019"),
    ("It was 12 Septem-\nber 2019.", "12 Septem-\nber 2019"),
    ("It was Jun\ne 4, 2019.", "Jun\ne 4, 2019"),
    ("It was J u n e 4, 2019.", "J u n e 4, 2019"),
    ("It was 4 Fe bruary.", "4 Fe bruary"),
    ("It was 4th J une.", "4th J une"),
    ("It was the fourth of Ju ne.", "fourth of Ju ne"),
    ("It was Ju ne the fourth.", "Ju ne the fourth"),
    ("It was June 1 4, 2019.", "June 1 4, 2019"),
    ("It was 1 4 June 2019.", "1 4 June 2019"),
    # letters and digits that look alike
    ("It was Jun\u0435 4 then.", "Jun\u0435 4"),
    ("It was 4 \u041cay 2019.", "4 \u041cay 2019"),
    ("It was 4 J\u03c5ne 2019.", "4 J\u03c5ne 2019"),
    ("It was Ju\u043fe 4, 2019.", "Ju\u043fe 4, 2019"),
    ("It was Jvne 4, 2019.", "Jvne 4, 2019"),
    ("It was 4 Jun3 2019.", "4 Jun3 2019"),
    ("It was Oct0ber 4.", "Oct0ber 4"),
    ("It was Decernber 4.", "Decernber 4"),
    ("It was l2 June 2019.", "l2 June 2019"),
    ("It was June l2, 2019.", "June l2, 2019"),
    ("It was O4 June 2019.", "O4 June 2019"),
    ("It was June 1O.", "June 1O"),
    ("It was ll June 2019.", "ll June 2019"),
    # slips of the pen
    ("It was Septmber 12.", "Septmber 12"),
    ("It was 12 Febuary 2019.", "12 Febuary 2019"),
    # joined oddly, or in words
    ("It was 4+ June.", "4+ June"),
    ("Это было 4-июня.", "4-июня"),
    ("Это было 4-го июня 2019.", "4-го июня 2019"),
    ("Это июня/4 было.", "июня/4"),
    ("It was June fourteen, they came.", "June fourteen"),
    # two numbers where a day stands
    ("It happened 4/6.", "4/6"),
    ("It was 6.4.", "6.4"),
    ("It was 6-4 then.", "6-4"),
    ("On 6.4 they came.", "6.4"),
    ("Before 4/6 we slept.", "4/6"),
    ("The 8.18 protest was large.", "8.18"),
    ("He was taken on the night of 6.4 and beaten.", "6.4"),
    ("From 4.6 to 7.6 they held me.", "4.6 to 7.6"),
    ("[6/4, 10:31] he wrote", "6/4"),
    ("6.4: they came", "6.4"),
    ("那是六四。", "六四"),
    ("六四之后我走了。", "六四"),
    ("那是6.4。", "6.4"),
    ("8.18事件以后。", "8.18"),
    ("六·四事件以后。", "六·四"),
    ("八一八大抓捕以后。", "八一八"),
    ("他6.4被抓。", "6.4"),
    ("他于6.4被抓。", "6.4"),
    # other calendars, feasts and seasons
    ("That was 3rd of Tibetan month 1.", "3rd of Tibetan month 1"),
    ("That was the tenth of Muharram.", "tenth of Muharram"),
    ("That was the first Friday of Ramadan.", "the first Friday of"),
    ("That was the last Friday before Ramadan.", "the last Friday before Ramadan"),
    ("That was the day of the solar eclipse.", "solar eclipse"),
    ("That was the night of power.", "the night of power"),
    ("冬至那天他走了。", "冬至"),
    ("头七那天他走了。", "头七"),
    ("己亥年庚午日他走了。", "庚午日"),
    ("五月的最后一天他走了。", "五月的最后一天"),
    ("6月第2周周三他走了。", "6月第2周周三"),
    # Chinese numerals of contracts, and what a scanner makes of 日
    ("那是贰零壹玖年陆月肆日。", "贰零壹玖年陆月肆日"),
    ("那是6 月 4 曰。", "6 月 4 曰"),
    ("那是б月4日。", "б月4日"),
    ("那是㋅㏣。", "㋅㏣"),
    ("64事件以后。", "64"),
    ("那是8964。", "8964"),
    # police and court papers
    ("It began at 4 JUN 19 sharp.", "4 JUN 19"),
    ("He gave DOB 040674 there.", "040674"),
    ("It was 4th June, at 0935.", "at 0935"),
    # chats and diaries
    ("Tue 4/6 they came.", "4/6"),
    ("那是6/4(火)吧。", "6/4"),
    ("Hôm 4/6 họ đến.", "4/6"),
    ("It was wk 23 then.", "wk 23"),
    ("It was '19 June 4 then.", "'19 June 4"),
    ("他22时31分走了。", "22时31分"),
    ("四日；他走了。", "四日"),
    ("6.4日他走了。", "6.4"),
    ("儿子满月那天他走了。", "满月"),
    # months of other languages
    ("Bylo 4. června 2019 tam.", "4. června 2019"),
    ("Era 4 iunie atunci.", "4 iunie"),
    ("Noong 4 Hunyo nangyari.", "4 Hunyo"),
    ("Ήταν 4 Ιουνίου τότε.", "4 Ιουνίου"),
    ("Oli 4 kesäkuuta silloin.", "4 kesäkuuta"),
    # Turkic in Latin letters
    ("Men 1974-yili 6-ayning 4-küni tughulghan.", "1974-yili 6-ayning 4-küni"),
    ("Ular 4-iyunda keldi.", "4-iyunda"),
    # ages
    ("He was on his fortieth.", "his fortieth"),
    ("She's pushing fifty.", "fifty"),
    ("He will be 50 next year.", "50"),
    ("He left at eighteen.", "eighteen"),
    ("He was a man in middle forties.", "in middle forties"),
    ("Male, 44.", "44"),
    ("She married at 19, pregnant.", "19"),
    ("He retired at sixty in 2019.", "sixty"),
    ("A boy, 19 when taken, wept.", "19"),
    ("My son (2013) wept.", "(2013)"),
    ("Shen (1974-2019) is dead.", "(1974-2019)"),
    ("他奔五的人了。", "奔五的人"),
    ("他四十好几。", "四十好几"),
    ("他年届花甲。", "年届花甲"),
    ("One (44, male) was there.", "44"),
    ("It said M/44 there.", "44"),
    ("He was born '74 there.", "born '74"),
    ("他是七四年生人。", "七四年生人"),
    ("He was in his 44th year.", "his 44th year"),
    ("In my forty-fourth year I left.", "my forty-fourth year"),
    ("It was the forty-fourth year of his life.", "forty-fourth year of his life"),
    ("He was four and forty then.", "four and forty"),
    ("He had seen forty-four winters.", "forty-four winters"),
    ("他四十四了。", "四十四了"),
    ("他四十有四。", "四十有四"),
    ("他年四十有四。", "年四十有四"),
    ("他虚岁四十五。", "虚岁四十五"),
    ("他虛齡45。", "虛齡45"),
    ("他四十四虚岁。", "四十四虚岁"),
    ("她享年八十。", "享年八十"),
]


@pytest.mark.parametrize("profile", ["partner", "public"])
@pytest.mark.parametrize(("text", "asked"), DAYS)
def test_an_oddly_written_day_or_age_is_asked_whole(text: str, asked: str, profile: str) -> None:
    assert asked in redact(text, WITNESS, profile=profile).asked
    assert asked not in redact(text, WITNESS, profile=profile, mask_undecided=True).text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It was the day after National Day.", "It was after a public holiday."),
        ("It was a week after Chinese New Year.", "It was after a public holiday."),
        ("It was two days shy of Qurban.", "It was before a public holiday."),
        ("It was two days before Eid.", "It was before a public holiday."),
        ("过年前两天他走了。", "一个节日他走了。"),
        ("十几天后他走了。", "之后他走了。"),
        ("He's 60.", "He's [age withheld]."),
        ("b. 4 June 1974", "b. [date withheld]"),
        ("五月第一个星期天他走了。", "5月他走了。"),
    ],
)
def test_a_day_told_by_a_feast_a_weekday_or_a_birth_is_coarsened_whole(text: str, read: str) -> None:
    assert redact(text, WITNESS, profile="partner").text == read


def test_a_full_width_month_is_read_as_any_other() -> None:
    assert redact("It was Ｊｕｎｅ 4 then.", WITNESS, profile="partner").text == "It was June then."


@pytest.mark.parametrize(
    "text",
    [
        # what is measured, counted or numbered
        "It grew by 6.4 percent.",
        "It took 4/6 of the men.",
        "See chapter 6.4 of it.",
        "The score was 6-4.",
        "It was a 6-4 decision.",
        "It cost 6.4 yuan.",
        "It was after 6.4 km.",
        "Article 6.4 and Section 4/6 say so.",
        "It was before 2.5 hours had passed.",
        "It was between 1/2 and 2/3 of them.",
        "It was version 6.4.",
        "6.4 Detention in the county",
        "他花了六四元。",
        "五一六",  # three characters with nothing beside them are any number
        "八平方",  # slang for a day, but most often an area
        "The code was 0604.",  # four and six digits with no word of time are any number
        "The code was 190604.",
        "It was at noon, or at midnight.",  # an hour of every day
        "He is under 18 and she is over 60.",  # what a law says
        "He is two years older than me.",
        # a month's letters in other words
        "We saw 2 jobs, 5 marks and 12 decks.",
        "The jury 4 times said no.",
        "I counted 5 just 6 times.",
        # service and study, no life
        "He was in his 15th year as a teacher.",
        "It was in her second year at school.",
        "It was his thirteenth year of imprisonment.",
    ],
)
def test_what_only_looks_like_a_day_is_not_asked(text: str) -> None:
    assert list(vague_dates(view_of(text))) == []

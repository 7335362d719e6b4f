"""Dates inside a text at each granularity, and that what is shown never depends on what is hidden."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.redaction.patterns import find_patterns
from app.redaction.patterns_found import Found
from app.redaction.textdates import MONTHS, TextDate, coarsen, hide_age, hide_birth

FINER_THAN = {"month": ("time", "day", "week"), "year": ("time", "day", "week", "month", "season"), "order": None}


def read(text: str, granularity: str, lang: str | None = "en") -> str:
    """The text with every date as a profile of this granularity shows it."""
    out, at = [], 0
    for found in find_patterns(text, lang):
        if found.kind != "date":
            continue
        out += [text[at : found.start], coarsen(found, granularity, lang)]
        at = found.end
    return "".join(out) + text[at:]


# (text, at month, at year)
ENGLISH = [
    ("on 4 June 2019 they came", "in June 2019 they came", "in 2019 they came"),
    ("On 4 June 2019 they came", "In June 2019 they came", "In 2019 they came"),
    ("June 4th, 2019 was hot", "June 2019 was hot", "2019 was hot"),
    ("the fourth of June 2019", "June 2019", "2019"),
    ("on June the fourth two thousand and nineteen", "in June 2019", "in 2019"),
    ("on the 4th of June", "in June", "on [date]"),
    ("on 4 June", "in June", "on [date]"),
    ("on the morning of 4 June 2019", "in June 2019", "in 2019"),
    ("On Thursday, 4 June 2019, I left", "In June 2019, I left", "In 2019, I left"),
    ("on 4 June 2019 at 5 a.m. they came", "in June 2019 they came", "in 2019 they came"),
    ("at 5 a.m. on 4 June 2019 they came", "in June 2019 they came", "in 2019 they came"),
    ("2019-06-04", "June 2019", "2019"),
    ("2019.6.4", "June 2019", "2019"),
    ("2019/06/04", "June 2019", "2019"),
    ("5-Jun-2019", "June 2019", "2019"),
    ("Jan. 5, '19", "January 2019", "2019"),
    ("4/6/2019", "2019", "2019"),
    ("04.06.2019", "2019", "2019"),
    ("06/04/19", "[date]", "[date]"),
    ("on 4/6 he left", "on [date] he left", "on [date] he left"),
    ("2–5 May 2019", "May 2019", "2019"),
    ("4, 5 and 6 May", "May", "[date]"),
    ("May 4–6, 2019", "May 2019", "2019"),
    ("from 2 May to 1 June 2019", "from May to June 2019", "in 2019"),
    ("from 2 to 30 May 2019", "in May 2019", "in 2019"),
    ("from 2 May to 30 May 2019", "in May 2019", "in 2019"),
    ("between 15 March 1985 and 10 March 1989", "between March 1985 and March 1989", "between 1985 and 1989"),
    ("25 April and 17 September 2004", "April and September 2004", "2004"),
    ("in early June 2019", "in June 2019", "in 2019"),
    ("at the end of May", "in May", "on [date]"),
    ("May 2019", "May 2019", "2019"),
    ("in May", "in May", "on [date]"),
    ("about May 2020", "about May 2020", "about 2020"),
    ("spring 2019", "spring 2019", "2019"),
    ("in the summer of 2019", "in the summer of 2019", "in 2019"),
    ("in 2019", "in 2019", "in 2019"),
    ("the 1990s", "the 1990s", "the 1990s"),
    ("nineteen eighty-nine", "nineteen eighty-nine", "nineteen eighty-nine"),
    ("Three days later they came", "Later they came", "Later they came"),
    ("the next day, he left", "later, he left", "later, he left"),
    ("On the next morning I", "Later I", "Later I"),
    ("two weeks before the protest", "before the protest", "before the protest"),
    ("two weeks before, he", "earlier, he", "earlier, he"),
    ("the day after the protest", "after the protest", "after the protest"),
    ("two months later", "two months later", "later"),
    ("two years ago", "two years ago", "two years ago"),
    ("thirty days ago", "some time ago", "some time ago"),
    ("yesterday he", "recently he", "recently he"),
    ("the day before yesterday", "recently", "recently"),
    ("tomorrow we", "soon we", "soon we"),
    ("last Tuesday he", "on a certain day he", "on a certain day he"),
    ("until Thursday", "until a certain day", "until a certain day"),
    ("at 5 a.m. they", "at one point they", "at one point they"),
    ("At about half past six", "At one point", "At one point"),
    ("at 17:30", "at one point", "at one point"),
    ("five o'clock in the morning", "a certain hour", "a certain hour"),
    ("during Chinese New Year 2019", "during a public holiday in 2019", "during a public holiday in 2019"),
    ("on Christmas Day", "on a public holiday", "on a public holiday"),
    ("Ｏｎ ４ Ｊｕｎｅ ２０１９", "In June 2019", "In 2019"),
    ("on 4\u200b June\u00a02019", "in June 2019", "in 2019"),
    ("the June 4th movement", "the June movement", "the [date] movement"),
    ("ON 4 JUNE 2019", "In June 2019", "In 2019"),
    ("on 4 june 2019", "in June 2019", "in 2019"),
]
CHINESE = [
    ("2019年6月4日他们来了", "2019年6月他们来了", "2019年他们来了"),
    ("二〇一九年六月四日", "2019年6月", "2019年"),
    ("２０１９年６月４日", "2019年6月", "2019年"),
    ("2019 年 6 月 4 日", "2019年6月", "2019年"),
    ("6月4日凌晨三点", "6月", "[日期]"),
    ("六月四号晚上他来了", "6月他来了", "[日期]他来了"),
    ("2019年6月", "2019年6月", "2019年"),
    ("2019年5月2日至6月1日", "2019年5月至6月", "2019年"),
    ("2019年6月4日至8日", "2019年6月", "2019年"),
    ("2019年6月初", "2019年6月", "2019年"),
    ("民国108年6月4日", "2019年6月", "2019年"),
    ("19年6月4日", "2019年6月", "2019年"),
    ("农历五月初三", "[日期]", "[日期]"),
    ("三天后他回来", "之后他回来", "之后他回来"),
    ("三天之后，他", "之后，他", "之后，他"),
    ("第二天我走了", "之后我走了", "之后我走了"),
    ("两个月后", "两个月后", "之后"),
    ("三年前", "三年前", "三年前"),
    ("昨天他来了", "最近他来了", "最近他来了"),
    ("周四晚上", "某一天", "某一天"),
    ("凌晨三点他们来了", "某个时刻他们来了", "某个时刻他们来了"),
    ("2019年春节期间", "2019年的一个节日", "2019年的一个节日"),
    ("90年代", "90年代", "90年代"),
    ("2018年底", "2018年底", "2018年"),
]


@pytest.mark.parametrize(("text", "month", "year"), ENGLISH)
def test_an_english_date_reads_well_at_month_and_year(text: str, month: str, year: str) -> None:
    assert (read(text, "month"), read(text, "year")) == (month, year)
    assert read(text, "day") == text


@pytest.mark.parametrize(("text", "month", "year"), CHINESE)
def test_a_chinese_date_reads_well_at_month_and_year(text: str, month: str, year: str) -> None:
    assert (read(text, "month", "zh"), read(text, "year", "zh")) == (month, year)
    assert read(text, "day", "zh") == text


@pytest.mark.parametrize(
    "text",
    [
        "۱۳۹۸/۰۸/۲۵", "25 Aban 1398", "21 Muharram 1440", "1398/08/25", "4 juin 2019", "4 июня 2019 года", "4 de junio de 2019",
        "٢٠١٩/٠٦/٠٤", "༢༠༡༩ལོ", "2019-يىلى 6-ئاينىڭ 4-كۈنى", "4 Haziran 2019", "พ.ศ. 2562", "2019년 6월 4일",
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_read_is_a_question(text: str) -> None:
    found = find_patterns(f"It was {text}.", None)
    assert found
    assert not any(item.sure for item in found)
    assert all(coarsen(item, "month", "en") == "[date]" for item in found)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("She is 17 years old.", "She is [age withheld]."),
        ("a boy aged 17", "a boy [age withheld]"),
        ("a 17-year-old boy", "an [age withheld] boy"),
        ("an 18-year-old boy", "an [age withheld] boy"),
        ("A 17-year-old came in", "A person [age withheld] came in"),
        ("at the age of seventeen I left", "at [age withheld] I left"),
        ("I was 17 when they came", "I was [age withheld] when they came"),
        ("a man in his thirties", "a man [age withheld]"),
        ("他十七岁", "他[年龄不公开]"),
        ("年仅17岁的孩子", "[年龄不公开]的孩子"),
    ],
)
def test_an_age_is_hidden_with_its_article(text: str, hidden: str) -> None:
    (found,) = find_patterns(text, None)
    assert found.when is not None
    assert found.when.age
    assert text[: found.start] + hide_age(found) + text[found.end :] == hidden
    assert coarsen(found, "month") == found.when.words
    assert coarsen(found, "none") == hide_age(found)


@pytest.mark.parametrize(
    ("text", "year", "none"),
    [
        ("born on 12 March 1974 in Linhai", "born in 1974 in Linhai", "born on [date withheld] in Linhai"),
        ("date of birth: 1974-03-12", "date of birth: 1974", "date of birth: [date withheld]"),
        ("1974年3月12日出生", "1974年出生", "[日期不公开]出生"),
        ("生于1974年3月", "生于1974年", "生于[日期不公开]"),
    ],
)
def test_a_birth_is_known_as_one(text: str, year: str, none: str) -> None:
    (found,) = find_patterns(text, None)
    assert found.when is not None
    assert found.when.birth
    assert text[: found.start] + coarsen(found, "year") + text[found.end :] == year
    assert text[: found.start] + hide_birth(found) + text[found.end :] == none


def test_an_arrest_after_a_birth_is_no_birth() -> None:
    born, arrested = find_patterns("I was born in Linhai in 1974 and arrested on 4 June 2019.", "en")
    assert born.when is not None and born.when.birth
    assert arrested.when is not None and not arrested.when.birth


def test_only_dates_can_be_coarsened_and_only_to_a_granularity() -> None:
    with pytest.raises(ValueError, match="only a date"):
        coarsen(Found(0, 1, "person", False), "month")
    with pytest.raises(ValueError, match="no granularity"):
        coarsen(Found(0, 1, "date", True, when=TextDate("4", "day")), "week")
    for hide in (hide_age, hide_birth):
        with pytest.raises(ValueError, match="can be hidden"):
            hide(Found(0, 1, "person", False))


def test_the_words_of_a_date_stay_out_of_its_repr() -> None:
    assert "June" not in repr(find_patterns("on 4 June 2019", "en"))


FORMS = [
    "{d} {m} {y}", "{m} {d}, {y}", "on the {o} of {m} {y}", "on {m} {o}, {y}", "{w}, {d} {m} {y}", "on {d} {m}",
    "from {d} {m} {y} to {e} {m} {y}", "{y}-{n:02}-{d:02}", "{y}/{n}/{d}", "{y}.{n}.{d}", "on {d}-{m}-{y}",
    "{d} {m} {y} at {h} p.m.", "{d}–{e} {m} {y}", "{d} and {e} {m} {y}", "{y}年{n}月{d}日", "{n}月{d}号",
    "{y}年{n}月{d}日至{e}日", "{y}年{n}月{c}日", "{y}年{n}月{d}日凌晨{h}点", "{d}/{n}/{y}", "{d} days later", "{d}天后",
    "on {w}", "last {w}", "on {w} at {h} a.m.", "at {h}:30", "{o} {m}", "on the {o}", "the {o} of {m}",
    "{d} days ago", "{h}点半", "{n}月{d}日前", "early on {d} {m}",
]  # fmt: skip
_TENS = "一 二 三 四 五 六 七 八 九".split()
CHINESE_DAYS = [*_TENS, "十", *(f"十{n}" for n in _TENS), "二十", *(f"二十{n}" for n in _TENS)]
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SENTENCES = ["They came {}.", "{} was cold.", "I remember {}, and then nothing", "他们{}来了。", "({})"]


def ordinal(day: int) -> str:
    return f"{day}{'th' if day in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def written(form: str, day: int, hour: int, month: int, year: int) -> str:
    return form.format(
        d=day,
        e=day + 1,
        o=ordinal(day),
        c=CHINESE_DAYS[day - 1],
        w=WEEKDAYS[day % 7],
        h=hour,
        m=MONTHS[month - 1],
        n=month,
        y=year,
    )


@given(
    st.sampled_from(FORMS), st.sampled_from(SENTENCES), st.integers(1950, 2029), st.integers(1, 12),
    st.integers(2, 27), st.integers(2, 27), st.integers(1, 11), st.integers(1, 11), st.sampled_from(["month", "year", "order"]),
)  # fmt: skip
@settings(max_examples=400)
def test_what_is_shown_depends_on_nothing_that_is_hidden(
    form: str, sentence: str, year: int, month: int, day: int, other: int, hour: int, later: int, granularity: str
) -> None:
    one = sentence.format(written(form, day, hour, month, year))
    two = sentence.format(written(form, other, later, month, year))
    assert read(one, granularity) == read(two, granularity)


@given(
    st.sampled_from(FORMS), st.sampled_from(SENTENCES), st.integers(1950, 2029), st.integers(1, 12), st.integers(1, 27),
    st.integers(1, 11), st.sampled_from(["month", "year"]),
)  # fmt: skip
@settings(max_examples=300)
def test_what_was_coarsened_holds_nothing_finer(
    form: str, sentence: str, year: int, month: int, day: int, hour: int, granularity: str
) -> None:
    shown = read(sentence.format(written(form, day, hour, month, year)), granularity)
    finer = FINER_THAN[granularity]
    assert finer is not None
    assert [f for f in find_patterns(shown, "en") if f.when and f.when.unit in finer] == []
    assert read(shown, granularity) == shown


@pytest.mark.parametrize(("text", "month", "year"), ENGLISH + CHINESE)
def test_what_the_table_shows_holds_nothing_finer(text: str, month: str, year: str) -> None:
    for shown, granularity in ((month, "month"), (year, "year")):
        finer = FINER_THAN[granularity]
        assert finer is not None
        assert not any(f.when and f.when.unit in finer for f in find_patterns(shown, "en")), shown

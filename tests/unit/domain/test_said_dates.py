"""Dates as people say them: what is read, what is refused and with which choices, and how it is said back."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain import dates
from app.domain.date_words import date_words, note_words, said_words
from app.domain.said_dates import LONGEST, NOTES, Said, SaidDateError, read_said

TOLD_ON = dt.date(2021, 7, 2)  # a Friday in summer

#: Told, stored, said back in English (of Chinese: in Chinese, simplified).
ENGLISH = [
    ("2021-06-14", "2021-06-14", "14 June 2021"),
    ("2021-06-14~", "2021-06-14~", "about 14 June 2021"),
    ("2021-06", "2021-06", "June 2021"),
    ("2021", "2021", "2021"),
    ("2021%", "2021%", "about 2021, not certain"),
    ("201x", "201X", "the 2010s"),
    ("2021-06-XX", "2021-06-XX", "some day in June 2021"),
    ("2019-21", "2019-21", "spring 2019"),
    ("2019-05/..", "2019-05/..", "from May 2019, still going on"),
    ("2019-05/", "2019-05/", "from May 2019, end not known"),
    ("/2019", "/2019", "until 2019, start not known"),
    ("../2019", "../2019", "2019 or earlier"),
    ("2021-6-4", "2021-06-04", "4 June 2021"),
    ("2021/06/14", "2021-06-14", "14 June 2021"),
    ("2021.6.14", "2021-06-14", "14 June 2021"),
    ("20210614", "2021-06-14", "14 June 2021"),
    ("2021/6", "2021-06", "June 2021"),
    ("6/2021", "2021-06", "June 2021"),
    ("06.2021", "2021-06", "June 2021"),
    ("14.6.2021", "2021-06-14", "14 June 2021"),
    ("6.14.2021", "2021-06-14", "14 June 2021"),
    ("31/12/2019", "2019-12-31", "31 December 2019"),
    ("4/4/2021", "2021-04-04", "4 April 2021"),
    ("14 June 2021", "2021-06-14", "14 June 2021"),
    ("June 14, 2021", "2021-06-14", "14 June 2021"),
    ("14th of June 2021", "2021-06-14", "14 June 2021"),
    ("the 14th of June, 2021.", "2021-06-14", "14 June 2021"),
    ("on June 14th 2021", "2021-06-14", "14 June 2021"),
    ("14 Jun 2021", "2021-06-14", "14 June 2021"),
    ("14 June '21", "2021-06-14", "14 June 2021"),
    ("14 Jun 21", "2021-06-14", "14 June 2021"),
    ("2021 June 14", "2021-06-14", "14 June 2021"),
    ("JUNE 2021", "2021-06", "June 2021"),
    ("June of 2021", "2021-06", "June 2021"),
    ("in June 2021", "2021-06", "June 2021"),
    ("Sept. 2019", "2019-09", "September 2019"),
    ("the twenty-first of May 2020", "2020-05-21", "21 May 2020"),
    ("thirty-first of May 2020", "2020-05-31", "31 May 2020"),
    ("fourth of July 2020", "2020-07-04", "4 July 2020"),
    ("Monday 14 June 2021", "2021-06-14", "14 June 2021"),
    ("Mon, 14 June 2021", "2021-06-14", "14 June 2021"),
    ("'19", "2019", "2019"),
    ("'89", "1989", "1989"),
    ("June '19", "2019-06", "June 2019"),
    ("may 95", "1995-05", "May 1995"),
    ("spring 2019", "2019-21", "spring 2019"),
    ("in the spring of 2019", "2019-21", "spring 2019"),
    ("fall 2019", "2019-23", "autumn 2019"),
    ("winter 2020-21", "2020-24", "winter 2020–2021"),
    ("winter 2020/2021", "2020-24", "winter 2020–2021"),
    ("the winter of 2020 to 2021", "2020-24", "winter 2020–2021"),
    ("about May 2020", "2020-05~", "about May 2020"),
    ("around May 2020", "2020-05~", "about May 2020"),
    ("circa 2019", "2019~", "about 2019"),
    ("c. 2019", "2019~", "about 2019"),
    ("approximately 14 June 2021", "2021-06-14~", "about 14 June 2021"),
    ("roughly spring 2019", "2019-21~", "about spring 2019"),
    ("in or around June 2021", "2021-06~", "about June 2021"),
    ("on or about 14 June 2021", "2021-06-14~", "about 14 June 2021"),
    ("2019 or so", "2019~", "about 2019"),
    ("~2019", "2019~", "about 2019"),
    ("May 2020?", "2020-05?", "May 2020, not certain"),
    ("probably May 2020", "2020-05?", "May 2020, not certain"),
    ("maybe 2019", "2019?", "2019, not certain"),
    ("2019, not sure", "2019?", "2019, not certain"),
    ("14 June 2021 (I think)", "2021-06-14?", "14 June 2021, not certain"),
    ("maybe about 2019", "2019%", "about 2019, not certain"),
    ("the 90s", "199X", "the 1990s"),
    ("the 1990s", "199X", "the 1990s"),
    ("the nineties", "199X", "the 1990s"),
    ("the '20s", "202X", "the 2020s"),
    ("the 2000s", "200X", "some year in 2000–2009"),
    ("the 20th century", "19XX", "some year in 1900–1999"),
    ("sometime in June 2021", "2021-06-XX", "some day in June 2021"),
    ("some time in 2021", "2021", "2021"),
    ("some month in 2021", "2021-XX", "some month in 2021"),
    ("from 2 May to 1 June 2019", "2019-05-02/2019-06-01", "2 May 2019 to 1 June 2019"),
    ("2-14 May 2019", "2019-05-02/2019-05-14", "2 May 2019 to 14 May 2019"),
    ("2nd to 14th May 2019", "2019-05-02/2019-05-14", "2 May 2019 to 14 May 2019"),
    ("May 2–14, 2019", "2019-05-02/2019-05-14", "2 May 2019 to 14 May 2019"),
    ("June 14 to July 2, 2021", "2021-06-14/2021-07-02", "14 June 2021 to 2 July 2021"),
    ("3/4 June 1989", "1989-06-03/1989-06-04", "3 June 1989 to 4 June 1989"),
    ("the night of 3 to 4 June 1989", "1989-06-03/1989-06-04", "3 June 1989 to 4 June 1989"),
    ("May–June 2019", "2019-05/2019-06", "May 2019 to June 2019"),
    ("May 2019 to June 2020", "2019-05/2020-06", "May 2019 to June 2020"),
    ("from May 2019 until June", "2019-05/2019-06", "May 2019 to June 2019"),
    ("2019-20", "2019/2020", "2019 to 2020"),
    ("2019 through 2020", "2019/2020", "2019 to 2020"),
    ("from about May 2019 to June 2020", "2019-05~/2020-06", "from about May 2019 to June 2020"),
    ("about May 2019 to June 2020", "2019-05~/2020-06~", "from about May 2019 to about June 2020"),
    ("May 2019 to June 2019, not certain", "2019-05?/2019-06?", "from May 2019 (not certain) to June 2019 (not certain)"),
    ("since May 2019", "2019-05/..", "from May 2019, still going on"),
    ("from May 2019 on", "2019-05/..", "from May 2019, still going on"),
    ("May 2019 to the present", "2019-05/..", "from May 2019, still going on"),
    ("from May 2019", "2019-05/", "from May 2019, end not known"),
    ("until 2019", "/2019", "until 2019, start not known"),
    ("no later than May 2019", "../2019-05", "May 2019 or earlier"),
    ("yesterday", "2021-07-01", "1 July 2021"),
    ("the day before yesterday", "2021-06-30", "30 June 2021"),
    ("today", "2021-07-02", "2 July 2021"),
    ("three days ago", "2021-06-29", "29 June 2021"),
    ("ten days ago", "2021-06-22~", "about 22 June 2021"),
    ("three weeks ago", "2021-06-11~", "about 11 June 2021"),
    ("two months ago", "2021-05~", "about May 2021"),
    ("two years ago", "2019~", "about 2019"),
    ("half a year ago", "2021-01~", "about January 2021"),
    ("last month", "2021-06", "June 2021"),
    ("the 14th of last month", "2021-06-14", "14 June 2021"),
    ("last year", "2020", "2020"),
    ("the year before last", "2019", "2019"),
    ("May last year", "2020-05", "May 2020"),
    ("in the summer of last year", "2020-22", "summer 2020"),
    ("last winter", "2020-24", "winter 2020–2021"),
    ("the winter before last", "2019-24", "winter 2019–2020"),
    ("last summer", "2020-22", "summer 2020"),
    ("this summer", "2021-22", "summer 2021"),
    ("last Saturday", "2021-06-26", "26 June 2021"),
    ("Tuesday", "2021-06-29", "29 June 2021"),
    ("2019, in the summer", "2019-22", "summer 2019"),
]
CHINESE = [
    ("2019年5月", "2019-05", "2019年5月"),
    ("２０１９年５月", "2019-05", "2019年5月"),
    ("二〇一九年六月四日", "2019-06-04", "2019年6月4日"),
    ("二零一九年十二月三十一日", "2019-12-31", "2019年12月31日"),
    ("2019 年 5 月 2 号", "2019-05-02", "2019年5月2日"),
    ("2019.5.2", "2019-05-02", "2019年5月2日"),
    ("19年5月", "2019-05", "2019年5月"),
    ("八九年六月四日", "1989-06-04", "1989年6月4日"),
    ("民国108年", "2019", "2019年"),
    ("民國一百零八年五月", "2019-05", "2019年5月"),
    ("民国元年", "1912", "1912年"),
    ("2019年春", "2019-21", "2019年春季"),
    ("2019年的夏天", "2019-22", "2019年夏季"),
    ("2019年至2020年冬天", "2019-24", "2019至2020年冬季"),
    ("大约2019年5月", "2019-05~", "约2019年5月"),
    ("大約二〇一九年五月", "2019-05~", "约2019年5月"),
    ("大概2019年", "2019~", "约2019年"),
    ("2019年5月左右", "2019-05~", "约2019年5月"),
    ("可能2019年5月", "2019-05?", "2019年5月（不确定）"),
    ("2019年5月？", "2019-05?", "2019年5月（不确定）"),
    ("2019年11月，记不清了", "2019-11?", "2019年11月（不确定）"),
    ("好像是2019年夏天", "2019-22?", "2019年夏季（不确定）"),
    ("2019年某月某日", "2019-XX-XX", "2019年某月某日"),
    ("2019年5月的一天", "2019-05-XX", "2019年5月某日"),
    ("90年代", "199X", "1990年代"),
    ("上世纪八十年代", "198X", "1980年代"),
    ("20世纪", "19XX", "1900至1999年间某年"),
    ("从2019年5月到6月", "2019-05/2019-06", "2019年5月至2019年6月"),
    ("2019年5至6月", "2019-05/2019-06", "2019年5月至2019年6月"),
    ("2019年5月2日至6月1日", "2019-05-02/2019-06-01", "2019年5月2日至2019年6月1日"),
    ("1989年6月3日至4日", "1989-06-03/1989-06-04", "1989年6月3日至1989年6月4日"),
    ("2019～2020年", "2019/2020", "2019年至2020年"),
    ("从2019年5月起", "2019-05/..", "从2019年5月起，仍在继续"),
    ("從2019年5月起", "2019-05/..", "从2019年5月起，仍在继续"),
    ("2019年5月至今", "2019-05/..", "从2019年5月起，仍在继续"),
    ("从2019年5月", "2019-05/", "从2019年5月起，结束时间不明"),
    ("直到2019年5月", "/2019-05", "至2019年5月止，开始时间不明"),
    ("2018年或更早", "../2018", "2018年或更早"),
    ("昨天", "2021-07-01", "2021年7月1日"),
    ("三天前", "2021-06-29", "2021年6月29日"),
    ("两周前", "2021-06-18~", "约2021年6月18日"),
    ("三个月前", "2021-04~", "约2021年4月"),
    ("半年前", "2021-01~", "约2021年1月"),
    ("两年前", "2019~", "约2019年"),
    ("上周二", "2021-06-22", "2021年6月22日"),
    ("上星期天", "2021-06-27", "2021年6月27日"),
    ("上个月", "2021-06", "2021年6月"),
    ("上个月14号", "2021-06-14", "2021年6月14日"),
    ("前年", "2019", "2019年"),
    ("去年五月", "2020-05", "2020年5月"),
    ("今年春天", "2021-21", "2021年春季"),
    ("去年冬天", "2020-24", "2020至2021年冬季"),
    ("去年冬天到今年春天", "2020-24/2021-21", "2020至2021年冬季至2021年春季"),
    ("2021年6月14日（星期一）", "2021-06-14", "2021年6月14日"),
]
#: Told, stored, and the note that goes with it.
NOTED = [
    ("early May 2020", "2020-05~", "early"),
    ("mid-May 2020", "2020-05~", "mid"),
    ("late 2019", "2019~", "late"),
    ("the end of May 2020", "2020-05~", "late"),
    ("the late 1990s", "199X~", "late"),
    ("2019年5月初", "2019-05~", "early"),
    ("2019年5月中旬", "2019-05~", "mid"),
    ("2019年5月底", "2019-05~", "late"),
    ("上世纪八十年代末", "198X~", "late"),
    ("last week", "2021-06-21/2021-06-27", "some-time-in"),
    ("between May and June 2019", "2019-05/2019-06", "some-time-in"),
    ("between 2 and 14 May 2019", "2019-05-02/2019-05-14", "some-time-in"),
    ("May or June 2019", "2019-05/2019-06", "some-time-in"),
    ("first half of 2019", "2019-01/2019-06", "some-time-in"),
    ("Q2 2019", "2019-04/2019-06", "some-time-in"),
    ("2019年下半年", "2019-07/2019-12", "some-time-in"),
    ("2019年五六月间", "2019-05/2019-06", "some-time-in"),
    ("二〇一九年五月至六月之間", "2019-05/2019-06", "some-time-in"),
    ("before 2019", "../2018", "before"),
    ("before 1 March 2020", "../2020-02-29", "before"),
    ("1949年以前", "../1948", "before"),
    ("after June 2021", "2021-07/", "after"),
    ("after about 2019", "2020~/", "after"),
    ("2019年之后", "2020/", "after"),
    ("November to February 2020", "2019-11/2020-02", "year-assumed"),
    ("2019年11月至2月", "2019-11/2020-02", "year-assumed"),
    ("januray 2020", "2020-01", "spelling"),
    ("14 febuary 2020", "2020-02-14", "spelling"),
    ("14 June 2021 at 14:05", "2021-06-14", "time-left-out"),
    ("the night of 14 June 2021", "2021-06-14", "time-left-out"),
    ("1989年6月3日夜里", "1989-06-03", "time-left-out"),
    ("last winter", "2020-24", "counted"),
    ("next month", "2021-08", "in-the-future"),
    ("明年", "2022", "in-the-future"),
    ("1400", "1400", "unlikely-year"),
    ("14 June 2121", "2121-06-14", "unlikely-year"),
]
#: Told, code, choices.
REFUSED = [
    ("3/4/2021", "ambiguous", ("2021-04-03", "2021-03-04")),
    ("3.4.2021", "ambiguous", ("2021-04-03", "2021-03-04")),
    ("maybe 3/4/2021", "ambiguous", ("2021-04-03?", "2021-03-04?")),
    ("until 3/4/2021", "ambiguous", ("/2021-04-03", "/2021-03-04")),
    ("14/6/21", "ambiguous", ("2021-06-14", "2014-06-21")),
    ("winter 2020", "ambiguous", ("2020-24", "2019-24")),
    ("winter 2020 to May 2021", "ambiguous", ("2020-24/2021-05", "2019-24/2021-05")),
    ("2019年冬天，大约一月", "ambiguous", ("2020-01~", "2019-01~")),
    ("this winter", "ambiguous", ("2020-24", "2021-24")),
    ("last spring", "ambiguous", ("2021-21", "2020-21")),
    ("last May", "ambiguous", ("2021-05", "2020-05")),
    ("last Tuesday", "ambiguous", ("2021-06-29", "2021-06-22")),
    ("Friday", "ambiguous", ("2021-06-25", "2021-07-02")),
    ("the 1900s", "ambiguous", ("190X", "19XX")),
    ("2010–12", "ambiguous", ("2010-12", "2010/2012")),
    ("from June to May 2019", "ambiguous", ("2018-06/2019-05",)),
    ("19年以前", "ambiguous", ("2002~", "../2018")),
    ("14 June", "year-missing", ("2021-06-14", "2020-06-14", "2019-06-14", "2022-06-14")),
    ("4th July", "year-missing", ("2020-07-04", "2019-07-04", "2021-07-04")),
    ("29 February", "year-missing", ("2020-02-29",)),
    ("about June", "year-missing", ("2021-06~", "2020-06~", "2019-06~", "2022-06~")),
    ("2 to 14 March", "year-missing", tuple(f"{year}-03-02/{year}-03-14" for year in (2021, 2020, 2019, 2022))),
    ("in the winter", "year-missing", ("2020-24", "2019-24", "2018-24", "2021-24")),
    ("五月", "year-missing", ("2021-05", "2020-05", "2019-05", "2022-05")),
    ("十一月至二月", "year-missing", ("2020-11/2021-02", "2019-11/2020-02", "2021-11/2022-02")),
    ("3月前", "year-missing", ("../2021-02", "../2020-02", "../2019-02", "../2022-02")),
    ("Tuesday 14 June 2021", "weekday-differs", ("2021-06-14",)),
    ("2021年6月14日星期二", "weekday-differs", ("2021-06-14",)),
    ("31 June 2021", "no-such-day", ()),
    ("29 February 2021", "no-such-day", ()),
    ("2021-13", "no-such-day", ()),
    ("31/31/2021", "no-such-day", ()),
    ("六月三十一日", "no-such-day", ()),
    ("2021年13月", "no-such-day", ()),
    ("June 2019 to May 2019", "backwards", ()),
    ("2019-06/2019-05", "backwards", ()),
    ("农历五月初五", "lunar-calendar", ()),
    ("農曆五月", "lunar-calendar", ()),
    ("五月初五", "lunar-calendar", ()),
    ("五月廿三", "lunar-calendar", ()),
    ("2019年正月", "lunar-calendar", ()),
    ("2019年春节", "lunar-calendar", ()),
    ("Chinese New Year 2019", "lunar-calendar", ()),
    ("the fifth day of the fifth lunar month", "lunar-calendar", ()),
    ("Ramadan 2019", "other-calendar", ()),
    ("藏历新年", "other-calendar", ()),
    ("", "not-understood", ()),
    ("hello", "not-understood", ()),
    ("30", "not-understood", ()),
    ("May or July 2019", "not-understood", ()),
    ("两三年前", "not-understood", ()),
    ("你好", "not-understood", ()),
    ("2019" + " " * LONGEST, "not-understood", ()),
    ("2019" + "…" * 60, "not-understood", ()),  # folds to three times its length
]


def read(text: str, on: dt.date = TOLD_ON) -> str:
    return read_said(text, on).edtf


def spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def refused(text: str, on: dt.date = TOLD_ON) -> SaidDateError:
    with pytest.raises(SaidDateError) as caught:
        read_said(text, on)
    return caught.value


@pytest.mark.parametrize(("told", "stored", "words"), ENGLISH)
def test_what_is_told_in_english_is_stored_and_said_back(told: str, stored: str, words: str) -> None:
    assert (read(told), spaced(date_words(read(told)))) == (stored, words)


@pytest.mark.parametrize(("told", "stored", "words"), CHINESE)
def test_what_is_told_in_chinese_is_stored_and_said_back(told: str, stored: str, words: str) -> None:
    assert (read(told), date_words(read(told), "zh-Hans")) == (stored, words)


@pytest.mark.parametrize(("told", "stored", "note"), NOTED)
def test_what_edtf_cannot_hold_comes_as_a_note(told: str, stored: str, note: str) -> None:
    said = read_said(told, TOLD_ON)
    assert said.edtf == stored
    assert note in said.notes


@pytest.mark.parametrize(("told", "code", "choices"), REFUSED)
def test_what_cannot_be_one_date_is_refused_with_what_it_may_be(told: str, code: str, choices: tuple[str, ...]) -> None:
    error = refused(told)
    assert (error.code, error.choices) == (code, choices)
    assert str(error) == code


def test_a_nearer_date_inside_a_wider_time_is_stored_and_both_are_said() -> None:
    said = read_said("last winter, about January", TOLD_ON)

    assert (said.edtf, said.within) == ("2021-01~", "2020-24")
    assert spaced(said_words(said)) == "December 2020 to February 2021, probably January"
    assert said_words(read_said("去年冬天，大约一月", TOLD_ON), "zh-Hans") == "2020年12月至2021年2月，可能是2021年1月"
    assert read("about January, last winter") == "2021-01~"
    assert read(spaced(said_words(said))).rstrip("?~") == "2021-01"


def test_a_nearer_date_outside_the_wider_time_is_refused() -> None:
    assert refused("last winter, about June").code == "not-understood"


def test_the_last_winter_is_the_last_that_is_over() -> None:
    told = {month: read("last winter", dt.date(2021, month, 1)) for month in (1, 2, 3, 11, 12)}
    assert told == {1: "2019-24", 2: "2019-24", 3: "2020-24", 11: "2020-24", 12: "2020-24"}
    assert read("this winter", dt.date(2021, 1, 5)) == "2020-24"
    assert read("今年冬天", dt.date(2021, 12, 5)) == "2021-24"
    assert refused("去年冬天", dt.date(2021, 1, 5)).choices == ("2019-24", "2020-24")


def test_a_said_date_tells_whether_it_was_told_without_reserve() -> None:
    assert read_said("2021", TOLD_ON).certain
    assert read_said("about 2021", TOLD_ON).approximate
    assert read_said("2019 to maybe 2021", TOLD_ON).uncertain
    assert not read_said("about 2021", TOLD_ON).certain


def test_nothing_of_a_date_shows_in_a_repr() -> None:
    assert "2021" not in repr(read_said("last winter, about January 2021", TOLD_ON))


def test_the_figures_alone_are_read_in_the_language_of_the_window() -> None:
    assert read_said("2019~2020", TOLD_ON, "zh-Hans").edtf == "2019/2020"


def test_the_words_of_one_date_do_not_come_apart() -> None:
    assert date_words("2019-05-02/2019-06-01") == "2\xa0May\xa02019 to 1\xa0June\xa02019"
    assert date_words("2020-05~") == "about May\xa02020"


def test_traditional_characters_stand_where_they_are_asked_for() -> None:
    for language in ("zh-Hant", "zh-TW", "zh-Hant-HK", "yue"):
        assert date_words("2019-05~/..", language) == "從約2019年5月起，仍在繼續"
    assert date_words("2019-05?", "zh-Hans") == "2019年5月（不确定）"
    assert date_words("2019", "ug") == "2019"


def test_every_note_has_words_in_every_language() -> None:
    for note in NOTES:
        assert len({note_words(note, language) for language in ("en", "zh-Hans")}) == 2
        assert note in ("counted",) or note_words(note) in said_words(Said("2021", (note,)))


def test_no_edtf_has_no_words() -> None:
    with pytest.raises(dates.DateError):
        date_words("soon")

"""Dates as people say them: whatever is typed, and whatever can be stored."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain import dates
from app.domain.date_words import date_words, said_words
from app.domain.said_dates import CODES, LONGEST, NOTES, SaidDateError, read_said

TOLD_ON = dt.date(2021, 7, 2)  # a Friday in summer

YEARS = st.one_of(st.integers(1900, 2030), st.integers(1, 9999)).map("{:04}".format)
MONTHS = st.integers(1, 12).map("{:02}".format)
POINTS = st.builds(
    "{}{}".format,
    st.one_of(
        YEARS,
        st.builds("{}-{}".format, YEARS, MONTHS),
        st.builds("{}-{}-{:02}".format, YEARS, MONTHS, st.integers(1, 31)),
        st.builds("{}-{}".format, YEARS, st.integers(21, 24)),
        YEARS.map(lambda year: year[:3] + "X"),
        YEARS.map(lambda year: year[:2] + "XX"),
        YEARS.map(lambda year: year + "-XX"),
        YEARS.map(lambda year: year + "-XX-XX"),
        st.builds("{}-{}-XX".format, YEARS, MONTHS),
    ),
    st.sampled_from(["", "", "~", "?", "%"]),
)
EDTF = st.one_of(
    POINTS,
    st.builds("{}/{}".format, POINTS, POINTS),
    st.builds("{}{}".format, POINTS, st.sampled_from(["/..", "/"])),
    st.builds("{}{}".format, st.sampled_from(["../", "/"]), POINTS),
).filter(dates.is_date)


@given(edtf=EDTF, on=st.dates())
@settings(max_examples=400)
@example(edtf="9999-24", on=TOLD_ON)
@example(edtf="200X~/20XX?", on=TOLD_ON)
def test_what_is_said_is_read_back_as_the_same_date(edtf: str, on: dt.date) -> None:
    for language in ("en", "zh-Hans", "zh-Hant"):
        assert read_said(date_words(edtf, language), on, language).edtf == edtf
    assert read_said(edtf, on, "en").edtf == edtf


WORDS = st.sampled_from(
    "about may 2019 june 14 , - – / to from until since not certain ? ( ) last winter week tuesday early 90s ago 3 31 30 29"
    " february the of in and or between some day 去年 5月 初 到 冬天 大约 从 起 年 月 日 一 十 二〇 上 周 前 不确定 间 年代 世纪 民国"
    " 半 before after probably ' 0001 9999 00 99".split()
)
SAYINGS = st.one_of(
    st.text(max_size=140),
    st.builds(lambda sign, words: sign.join(words), st.sampled_from(["", " "]), st.lists(WORDS, max_size=30)),
)


@given(text=SAYINGS, on=st.one_of(st.dates(), st.sampled_from([dt.date.min, dt.date.max])))
@settings(max_examples=600)
def test_whatever_is_typed_is_read_or_refused(text: str, on: dt.date) -> None:
    for language in ("en", "zh-Hans"):
        try:
            said = read_said(text, on, language)
        except SaidDateError as error:
            assert error.code in CODES
            assert all(dates.is_date(choice) for choice in error.choices)
            assert error.choices or error.code not in ("ambiguous", "year-missing", "weekday-differs")
        else:
            assert dates.is_date(said.edtf)
            assert set(said.notes) <= set(NOTES)
            assert said_words(said, language)


@pytest.mark.parametrize(
    "piece",
    [
        "-",
        "?",
        ",",
        "about ",
        "from ",
        "to ",
        "1-",
        "june, ",
        "maybe ",
        "early ",
        "the ",
        "一",
        "至",
        "去年",
        "约",
        "冬天,",
        "(",
        "0",
    ],
)
def test_reading_is_quick_whatever_is_pasted(piece: str) -> None:
    text = ("2019年" if not piece.isascii() else "") + piece * (LONGEST // len(piece) - 5)
    began = time.process_time()
    for end in ("", " 2019", "x"):
        try:
            read_said(text + end, TOLD_ON)
        except SaidDateError:
            continue
    assert time.process_time() - began < 0.25

"""Languages and countries, as their standards write them."""

from __future__ import annotations

import pytest

from app.domain.vocabulary import COUNTRIES, is_country, is_language


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "zh-Hans",
        "zh-Hant",
        "zh-Latn",
        "yue",
        "ug",
        "ug-Latn",
        "bo",
        "fa",
        "ru",
        "be",
        "EN-us",
        "zh-yue-HK",
        "sl-rozaj-biske",
        "de-CH-1901",
        "es-419",
        "en-a-bbb-x-a-ccc",
        "x-whatever",
        "de-1996-u-co-phonebk",
        "und",
    ],
)
def test_a_well_formed_language_tag_is_taken(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "e",
        "english",
        "zh_Hans",
        "zh-",
        "-zh",
        "zh--Hans",
        "zh-Hans ",
        "en\n",
        "en-Hansxyzabc",
        "12",
        "зх",
        "en-a",
        "de-1996-1996",
        "en-a-bb-a-cc",
        "x",
        "zh-Hans-Hant",
        "en-US-GB",
        "ſo",
        "e" * 65,
        "en" + "-aaaaa" * 20,
    ],
)
def test_any_other_is_not(tag: str) -> None:
    assert not is_language(tag)


def test_countries_are_the_249_codes_in_force() -> None:
    assert len(COUNTRIES) == 249
    assert all(map(is_country, ("CN", "HK", "US", "TW", "GB", "BY")))
    assert not any(map(is_country, ("", "UK", "XX", "cn", "CHN", "SU", "EU", "C N")))

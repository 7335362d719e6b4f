"""The report has words of its own for every key a view can hold, and they never mix with what a case says."""

from __future__ import annotations

import pytest

from app.domain import vocabulary
from app.paths import resource
from app.report.texts import fill, fixed_phrases, load_texts

WITHHELD = (
    "names", "dates-month", "dates-year", "places", "identifiers", "contacts", "birth", "originals", "drafts", "testimony",
    "first-person", "sensitive", "notes", "discrepancies", "topics", "case-code", "documents", "organizations",
)  # fmt: skip
PROFILES = sorted(file.name.removesuffix(".toml") for file in resource("profiles").iterdir() if file.name.endswith(".toml"))
VOCABULARIES = {
    "role": vocabulary.ROLES,
    "person_part": vocabulary.PERSON_PARTS,
    "organization_part": vocabulary.ORGANIZATION_PARTS,
    "certainty": vocabulary.CERTAINTIES,
    "source": (*vocabulary.SOURCE_KINDS, "statement"),
    "source_unnamed": (*vocabulary.SOURCE_KINDS, "statement"),
    "document_kind": vocabulary.DOCUMENT_KINDS,
    "organization_kind": vocabulary.ORGANIZATION_KINDS,
    "record": vocabulary.RECORD_KINDS,
    "status": vocabulary.STATUSES,
    "purpose": vocabulary.PURPOSES,
    "language": ("en", "zh-Hans", "zh-Hant", "zh-Latn", "yue", "ug", "ug-Latn", "bo", "fa", "ru", "be"),
    "profile": PROFILES,
    "withheld": WITHHELD,
    "legend": ("work-product", "confidential", "court", "partner", "public", "ccf"),
    "legend_short": ("work-product", "confidential", "court", "partner", "public", "ccf"),
}


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
def test_every_key_has_words(name: str) -> None:
    table = load_texts("en").table[name]
    assert isinstance(table, dict)
    assert set(VOCABULARIES[name]) <= set(table)


def test_a_key_without_words_stands_for_itself() -> None:
    assert load_texts("en").word("role", "village-elder") == "village elder"
    assert load_texts("en").withheld("something-new") == ("Something new", None)


def test_a_language_is_named_by_the_longest_part_that_has_a_name() -> None:
    texts = load_texts("en")
    assert texts.language_name("zh-Hans-CN") == "Chinese (simplified characters)"
    assert texts.language_name("ru-RU") == "Russian"
    assert texts.language_name("qaa") == "qaa"


def test_a_language_without_words_reads_as_english() -> None:
    assert load_texts("tlh").language == "en"
    assert load_texts("../../forms/flight").language == "en"


def test_values_that_look_like_slots_are_left_alone() -> None:
    assert fill("{who} says {what}", {"who": "{what}", "what": "{who} %s {0}"}) == "{what} says {who} %s {0}"


def test_which_topics_are_left_out_is_not_said() -> None:
    _, why = load_texts("en").withheld("topics")
    assert why is not None
    assert not any(topic in why.lower() for topic in (*vocabulary.TOPICS, "lawyer", "counsel", "claim"))


def test_the_court_legend_warns_of_remote_access() -> None:
    assert "5.2(c) limits remote access only" in load_texts("en").say("legend.court")


def test_quotes_in_the_reports_words_are_curly() -> None:
    assert not any("'" in phrase or '"' in phrase for phrase in fixed_phrases("en"))


def test_fixed_phrases_are_of_two_words_and_have_no_slots() -> None:
    phrases = fixed_phrases("en")
    assert "Names are withheld" not in phrases
    assert "Pseudonymised, not anonymous. The authorities described may recognise the person." in phrases
    assert all(len(phrase.split()) >= 2 and "{" not in phrase for phrase in phrases)
    assert len(set(phrases)) == len(phrases)


def test_dates_are_printed_at_the_granularity_they_have() -> None:
    texts = load_texts("en")
    assert [texts.date(parts) for parts in ((2019,), (2019, 5), (2019, 5, 2))] == ["2019", "May 2019", "2 May 2019"]

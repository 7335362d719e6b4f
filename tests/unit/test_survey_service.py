"""What stands for each entry in each copy, why, whether that gives it away, and where the entry is mentioned."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from app.domain.case import Case, Consent, Disclose
from app.domain.plain import from_plain
from app.paths import resource
from app.services import survey
from app.services.survey import Kept, Mention, Survey

DATED = dt.date(2021, 7, 12)


@pytest.fixture(scope="module")
def case() -> Case:
    tree = json.loads(resource("sample", "sample.case.json").read_text("utf-8"))
    return from_plain(Case, {key: held for key, held in tree.items() if key not in ("format", "version")})


@pytest.fixture(scope="module")
def made(case: Case) -> Survey:
    return Survey(case, Kept(), DATED)


def stands(made: Survey, entry_id: str) -> dict[str, tuple[str, str]]:
    return {stand.profile: (stand.text, stand.why) for stand in made.stands(entry_id)}


def test_a_relative_at_risk_without_a_grant_is_no_more_than_the_relation(made: Survey) -> None:
    assert stands(made, "p2") == {
        "counsel": ("[Brother]", ""),
        "court": ("a relative in China", "no-consent"),
        "partner": ("[Brother]", ""),
        "public": ("a relative in China", "no-consent"),
        "ccf": ("[Brother]", ""),
    }


def test_with_a_grant_of_their_own_that_is_not_why(case: Case) -> None:
    grant = Consent("c99", "p2", "press", "press", "pseudonym", "2021-07-01")
    after = Survey(replace(case, consents=(*case.consents, grant)), Kept(), DATED)
    assert stands(after, "p2")["public"] == ("a relative in China", "")


def test_a_kept_code_stands(case: Case) -> None:
    held = Kept({"counsel": {"p5": "[Friend 7]"}})
    assert stands(Survey(case, held, DATED), "p5")["counsel"][0] == "[Friend 7]"


def test_what_the_sample_holds_gives_nobody_away(made: Survey, case: Case) -> None:
    entries = (*case.people, *case.places, *case.organizations)
    assert [stand for entry in entries for stand in made.stands(entry.id) if stand.clash] == []


@pytest.mark.parametrize("text", ["Guoliang", "沈國梁", "SHEN guo-liang", "the man Shen Guoheng", "[Yao Meilan]"])
def test_words_that_read_as_a_name_on_record_clash(made: Survey, text: str) -> None:
    clash = made.clash("p2", "descriptor", text)
    assert clash is not None
    assert clash.why == "name"
    assert clash.of


@pytest.mark.parametrize("text", ["born on 3 May 1979", "the man of +86 138 0013 8000", "Mr Zhao"])
def test_words_that_tell_a_date_a_number_or_a_new_name_clash(made: Survey, text: str) -> None:
    clash = made.clash("p2", "descriptor", text)
    assert clash is not None


@pytest.mark.parametrize(
    ("style", "text"), [("descriptor", "the man"), ("code", "Brother"), ("descriptor", " "), ("omit", "Shen")]
)
def test_plain_words_do_not_clash(made: Survey, style: str, text: str) -> None:
    assert made.clash("p2", style, text) is None


def test_a_choice_that_was_saved_with_a_name_in_it_is_told(case: Case) -> None:
    after = survey.with_disclose(case, "p5", Disclose("descriptor", "Meilan's friend"))
    found = [stand.clash for stand in Survey(after, Kept(), DATED).stands("p5") if stand.clash]
    assert next((clash.why, clash.of) for clash in found) == ("name", ("Yao Meilan",))


def test_a_preview_shows_another_choice_before_it_is_saved(made: Survey) -> None:
    shown = {stand.profile: stand.text for stand in made.preview("p5", Disclose("descriptor", "the old man"))}
    assert (shown["counsel"], shown["public"]) == ("the old man", "the old man")
    assert shown["partner"].startswith("[Friend")


def test_mentions_are_names_in_texts_and_references(made: Survey) -> None:
    assert Mention("documents", "d4", 1) in made.mentions("p2")
    assert {"testimonies", "events"} <= {found.kind for found in made.mentions("p2")}
    assert made.mentions("p0") == ()


def test_references_name_each_entry_once(case: Case) -> None:
    assert ("case", "") in survey.references(case, "p7")
    found = survey.references(case, "p1")
    assert len(found) == len(set(found))
    assert ("people", "p2") in found
    assert ("places", "l6") in survey.references(case, "l5")
    assert survey.references(case, "p0") == ()


def test_a_survey_that_is_stopped_ends_at_once(case: Case) -> None:
    stopped = Survey(case, Kept(), DATED, lambda: True)
    assert (stopped.stands("p1"), stopped.mentions("p1")) == ((), ())

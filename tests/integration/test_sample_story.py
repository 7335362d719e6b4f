"""The sample case tells the whole story, keeps to the case file's rules, and names nobody whose name was withheld."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from importlib.resources import as_file
from typing import Any

import pytest

from app import casefile
from app.domain import dates
from app.domain.forms import load_forms
from app.paths import resource

#: Every word of a name that the published report mentions. Nobody invented may bear one.
NAMES_IN_THE_REPORT = {"biden", "john", "sandweg", "yaqiu", "wang", "meng", "hongwei"}
PUBLIC_FIGURES = {"John Sandweg", "Yaqiu Wang", "Meng Hongwei"}
EVERY_TYPE = {
    "family-threat",
    "detention",
    "protest",
    "red-notice",
    "flight",
    "immigration-custody",
    "surveillance",
    "property-seizure",
    "legal-step",
    "statement-by-others",
}
CHINESE = re.compile(r"[\u3400-\u9fff]")
LARGEST_DOCUMENT = 40_000  # bytes

Case = dict[str, Any]


@pytest.fixture(scope="module")
def case() -> Case:
    return json.loads(resource("sample", "sample.case.json").read_text(encoding="utf-8"))


def events(case: Case, kind: str, *words: str, **fields: object) -> list[dict[str, Any]]:
    """The events of a type whose account and fields hold every word, and whose fields have the values given."""
    found = []
    for event in case["events"]:
        held = event.get("fields", {})
        text = (event.get("account", "") + json.dumps(held, ensure_ascii=False)).lower()
        fits = event["type"] == kind and all(word.lower() in text for word in words)
        if fits and all(held.get(key) == value for key, value in fields.items()):
            found.append(event)
    return found


def one(case: Case, kind: str, *words: str, **fields: object) -> dict[str, Any]:
    found = events(case, kind, *words, **fields)
    assert found, f"no {kind} with {words} {fields}"
    return found[0]


def person(case: Case, **keys: object) -> dict[str, Any]:
    return next(p for p in case["people"] if all(p.get(key) == value for key, value in keys.items()))


def witness(case: Case) -> dict[str, Any]:
    return person(case, roles=["witness"])


def source_kinds(event: dict[str, Any]) -> set[str]:
    return {source["kind"] for source in event["sources"]}


def paragraphs(testimony: dict[str, Any]) -> list[str]:
    return testimony["text"].split("\n\n")


def told_by(case: Case, **keys: object) -> dict[str, Any]:
    return next(t for t in case["testimonies"] if all(t.get(key) == value for key, value in keys.items()))


# --- it is a case file


def test_it_passes_the_rules_of_the_case_file() -> None:
    forms = load_forms(resource("forms"))
    with as_file(resource("sample")) as folder:
        read = casefile.read(folder / "sample.case.json", forms)
    assert read is not None


def test_it_is_the_only_case_file_directly_in_its_folder() -> None:
    assert [f.name for f in resource("sample").iterdir() if f.name.endswith(".json")] == ["sample.case.json"]


def test_every_date_is_edtf(case: Case) -> None:
    for event in case["events"]:
        assert dates.is_date(event["date"]), event["id"]
        for source in event["sources"]:
            assert "said_on" not in source or dates.is_date(source["said_on"]), event["id"]


def test_it_uses_every_record_type_that_the_story_supports(case: Case) -> None:
    assert {event["type"] for event in case["events"]} == EVERY_TYPE


def test_every_event_says_who_says_so_and_how_certain_it_is(case: Case) -> None:
    for event in case["events"]:
        assert event["sources"], event["id"]
        assert event["certainty"] in {"certain", "likely", "uncertain", "disputed"}, event["id"]
        assert event["account"], event["id"]


# --- the village


def test_the_village_chief_carried_the_papers_for_a_friends_home(case: Case) -> None:
    assert "village chief" in witness(case)["occupation"]
    seizure = one(case, "property-seizure", "industrial park", "village chief")
    owner = person(case, id=seizure["fields"]["owner"])
    assert owner["roles"] == ["friend"]


def test_the_attorneys_say_that_he_helped_to_seize_it(case: Case) -> None:
    told = one(case, "statement-by-others", "village chief", "helped", "seize", "friend", "industrial park")
    assert "lawyer" in source_kinds(told)


def test_he_let_the_villagers_protest_peacefully_and_supported_his_friend_in_beijing(case: Case) -> None:
    assert one(case, "protest", "village", conduct="peaceful")["certainty"] == "certain"
    assert one(case, "protest", "central government", "friend", conduct="peaceful")


def test_he_was_held_for_thirty_days_in_retaliation(case: Case) -> None:
    held = one(case, "detention", "30 days", "retaliation", claimed_days=30)
    assert held["date"] == "2019-05-02/2019-06-01"
    led_to_it = {e["id"]: e["type"] for e in case["events"]}
    assert {led_to_it[cause] for cause in held["caused_by"]} == {"protest"}


# --- Hong Kong and the way out


def test_the_family_fled_to_hong_kong_and_he_marched_there(case: Case) -> None:
    hong_kong = next(p["id"] for p in case["places"] if p["names"][0]["text"] == "Hong Kong")
    marches = one(case, "protest", "beijing", "march")
    assert marches["place"] == hong_kong
    assert any(leg["to"] == hong_kong for e in events(case, "flight") for leg in e["fields"].get("legs", []))


def test_they_arrived_in_september_2020_on_a_visa_of_six_months(case: Case) -> None:
    arrival = one(case, "flight", "six months", last_arrival="2020-09")
    assert len(arrival["people"]) == 3


def test_the_brother_in_china_was_threatened_with_charges_unless_the_man_returns(case: Case) -> None:
    threat = one(case, "family-threat", "criminal charges", "return")
    brother = person(case, id=threat["fields"]["relative_threatened"])
    assert "brother" in brother["relation"]["as"]
    assert brother["relation"]["to"] == witness(case)["id"]
    assert "criminal charges" in brother["at_risk"]["because"]
    assert CHINESE.search(threat["fields"]["exact_words"])
    assert "If your elder brother does not come back" in threat["fields"]["exact_words"]


def test_only_the_brother_is_on_record_as_threatened(case: Case) -> None:
    assert [p["relation"]["as"] for p in case["people"] if "at_risk" in p] == ["younger brother"]


# --- the notice


def test_the_red_notice_of_january_2021_and_its_charges(case: Case) -> None:
    notice = one(case, "red-notice", "mining company", "conspiracy", "former prisoners", "enemy")
    assert notice["date"] == notice["fields"]["issued_on"] == "2021-01"
    assert "life" in notice["fields"]["maximum_penalty"]
    assert "life sentence" in notice["account"]
    assert "no extradition treaty" in notice["fields"]["extradition_steps"]


def test_chinese_papers_tie_the_crimes_to_others(case: Case) -> None:
    notice = one(case, "red-notice")
    assert "convict" in notice["fields"]["others_convicted"]
    judgment = one(case, "legal-step", "judgment", "convicted")
    assert source_kinds(judgment) == {"document"}
    assert one(case, "statement-by-others", "framed", "others")


def test_the_ice_attorney_first_mentioned_the_notice_after_a_hearing(case: Case) -> None:
    told = one(case, "legal-step", "ice attorney", "red notice", "immigration court hearing")
    speaker = person(case, id=next(p["person"] for p in told["people"] if p["as"] == "speaker"))
    assert [name["kind"] for name in speaker["names"]] == ["description"]


# --- custody and claim


def test_ice_arrested_him_in_june_2021(case: Case) -> None:
    assert one(case, "immigration-custody")["date"] == "2021-06"


def test_the_familys_asylum_claim_is_pending(case: Case) -> None:
    claim = one(case, "legal-step", "asylum", "family", result="pending")
    assert {p["person"] for p in claim["people"]} >= {
        p["id"] for p in case["people"] if p.get("relation", {}).get("as") in {"wife", "daughter"}
    }


def test_his_attorneys_asked_for_his_release(case: Case) -> None:
    assert one(case, "legal-step", "Biden administration", "release")


def test_what_ice_said_and_what_it_did_not_answer(case: Case) -> None:
    assert one(case, "statement-by-others", speaker="ICE", quote="may inform the analysis")
    assert one(case, "statement-by-others", "red notice led to the arrest", speaker="ICE", responded="no")


# --- what others said


@pytest.mark.parametrize("speaker", ["Interpol", "China's Embassy in Washington"])
def test_who_did_not_respond(case: Case, speaker: str) -> None:
    assert one(case, "statement-by-others", speaker=speaker, responded="no")


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ("John Sandweg", "countries that abuse the Interpol red notification system, especially China"),
        ("John Sandweg", "a tool for continuing the persecution"),
        ("Yaqiu Wang", "highly politicized and not a reliable indicator of real criminal activity"),
        ("U.S. Justice Department", "extralegal"),
    ],
)
def test_public_speakers_are_quoted_briefly_and_under_their_names(case: Case, speaker: str, words: str) -> None:
    assert one(case, "statement-by-others", speaker=speaker, quote=words)


def test_the_wider_picture(case: Case) -> None:
    assert one(case, "statement-by-others", "Meng Hongwei", "2018", "13 years")
    assert one(case, "surveillance", "nine people", "Fox Hunt", "does not concern the man himself")
    assert one(case, "statement-by-others", "corrupt officials", speaker="Chinese government")
    assert one(case, "statement-by-others", "immigration system", "dissidents")
    assert one(case, "statement-by-others", "human rights activists", "not known")
    assert one(case, "statement-by-others", "name is withheld", "brother", speaker="Associated Press")


# --- where the accounts do not agree


def disputed(event: dict[str, Any]) -> bool:
    return event["certainty"] == "disputed"


def test_both_reasons_of_ice_are_held_as_disputed(case: Case) -> None:
    overstayed = one(case, "statement-by-others", "overstayed", speaker="ICE")
    no_visa = one(case, "statement-by-others", "valid visa", "September", speaker="ICE")
    assert overstayed["id"] != no_visa["id"]
    assert disputed(overstayed)
    assert disputed(no_visa)


def test_both_accounts_of_an_arrest_in_august_2020_are_held_as_disputed(case: Case) -> None:
    by_the_notice = one(case, "detention", "according to the red notice")
    by_the_man = one(case, "legal-step", "no arrest in August 2020")
    assert by_the_notice["date"] == by_the_man["date"] == "2020-08"
    assert disputed(by_the_notice)
    assert disputed(by_the_man)
    assert "document" in source_kinds(by_the_notice)
    assert source_kinds(by_the_man) == {"witness"}
    assert one(case, "red-notice", arrest_claimed="2020-08")


def test_both_accounts_of_when_they_left_for_hong_kong_are_held_as_disputed(case: Case) -> None:
    left = [e for e in events(case, "flight", "hong kong") if e["fields"].get("last_arrival") is None]
    assert {e["date"][:4] for e in left} == {"2019", "2020"}
    assert all(disputed(e) for e in left)
    assert {frozenset(source_kinds(e)) for e in left} == {frozenset({"witness"}), frozenset({"press"})}


# --- the testimonies


def test_the_witness_testifies_in_his_own_words_at_length(case: Case) -> None:
    told = told_by(case, lang="en", status="confirmed")
    assert told["person"] == witness(case)["id"]
    assert len(told["text"].split()) >= 1200
    assert len(re.findall(r"\b(?:I|my|me)\b", told["text"])) > 80
    for words in ("thirty days", "red notice", "Hong Kong", "industrial park", "prison for life", "six months"):
        assert words in told["text"], words
    assert told["text"].count("asylum") == 1


def test_every_paragraph_was_read_back_and_confirmed(case: Case) -> None:
    told = told_by(case, lang="en", status="confirmed")
    assert [p["n"] for p in told["readback"]["paragraphs"]] == list(range(1, len(paragraphs(told)) + 1))
    assert {p["result"] for p in told["readback"]["paragraphs"]} == {"confirmed"}
    assert told["signed_on"]
    assert {p["as"] for p in told["interview"]["present"]} == {"advocate", "interpreter", "lawyer"}


def test_some_paragraphs_are_held_in_the_chinese_in_which_they_were_given(case: Case) -> None:
    original = told_by(case, id=told_by(case, lang="en", status="confirmed")["translation_of"])
    assert original["lang"] == "zh-Hans"
    assert len(paragraphs(original)) >= 6
    assert all(len(CHINESE.findall(p)) > 40 for p in paragraphs(original))


def test_the_wifes_testimony_is_a_draft(case: Case) -> None:
    draft = told_by(case, status="draft")
    assert person(case, id=draft["person"])["relation"]["as"] == "wife"


def test_the_testimony_speaks_of_people_who_are_not_on_record(case: Case) -> None:
    on_record = {name["text"] for p in case["people"] for name in p["names"]}
    text = told_by(case, lang="en", status="confirmed")["text"]
    for name in ("Auntie Liu", "Peng Dashan", "Wilmer Ajanel"):
        assert name in text
        assert name not in on_record


# --- consents and documents


def test_the_client_granted_counsel_and_press_and_refused_the_police(case: Case) -> None:
    client = witness(case)["id"]
    grants = {(c["purpose"], c["recipient"]): c["identity"] for c in case["consents"] if c["person"] == client}
    assert grants["legal-representation", "counsel"] in {"counsel-only", "pseudonym"}
    assert grants["press", "press"] == "pseudonym"
    assert grants["asylum-filing", "court"] == "named"
    assert {("interview", "counsel"), ("storage", "counsel")} <= grants.keys()
    assert grants["law-enforcement", "law-enforcement"] == "none"


def test_the_brother_has_granted_nothing(case: Case) -> None:
    brother = next(p["id"] for p in case["people"] if "at_risk" in p)
    assert all(consent["person"] != brother for consent in case["consents"])


def held_documents(case: Case) -> Iterator[tuple[dict[str, Any], bytes]]:
    for document in case["documents"]:
        if "file" in document:
            yield document, resource("sample", *document["file"].split("/")).read_bytes()


def test_every_document_lies_in_its_folder_and_has_the_hash_on_record(case: Case) -> None:
    listed = set()
    for document, content in held_documents(case):
        assert hashlib.sha256(content).hexdigest() == document["sha256"], document["id"]
        assert 0 < len(content) < LARGEST_DOCUMENT, document["id"]
        listed.add(document["file"])
    assert listed == {f"documents/{f.name}" for f in resource("sample", "documents").iterdir()}


def test_the_documents_are_what_their_names_say(case: Case) -> None:
    begins = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n", "txt": "【样本".encode()}
    kinds = set()
    for document, content in held_documents(case):
        ending = document["file"].rpartition(".")[2]
        assert content.startswith(begins[ending]), document["id"]
        kinds.add(document["kind"])
    assert {"red-notice", "court-paper", "photo", "message", "identity"} <= kinds


# --- the names


def test_the_public_figures_stand_under_their_own_names(case: Case) -> None:
    assert {p["names"][0]["text"] for p in case["people"] if p.get("public_figure")} == PUBLIC_FIGURES


def test_nobody_else_bears_a_name_of_the_published_report(case: Case) -> None:
    for someone in case["people"]:
        if someone.get("public_figure"):
            continue
        for name in someone["names"]:
            if name.get("kind") != "description":
                assert not set(re.findall(r"[a-z]+", name["text"].lower())) & NAMES_IN_THE_REPORT, someone["id"]


def test_the_witness_has_names_of_every_kind_that_redaction_must_find(case: Case) -> None:
    client = witness(case)
    assert {"legal", "native", "transliteration", "former", "nickname"} <= {n["kind"] for n in client["names"]}
    assert {"zh-Hans", "zh-Hant", "zh-Latn"} <= {n.get("lang") for n in client["names"]}
    assert {"passport", "national-id", "a-number", "case-number"} <= {i["kind"] for i in client["identifiers"]}
    assert {"phone", "email", "handle"} <= {c["kind"] for c in client["contacts"]}


def test_resident_ids_have_a_valid_check_digit_and_no_real_county(case: Case) -> None:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999
    ids = [i["value"] for p in case["people"] for i in p.get("identifiers", []) if i["kind"] == "national-id"]
    assert len(ids) == 2
    for number in ids:
        total = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))
        assert number[17] == "10X98765432"[total % 11]
        assert number[2:6] == "9999"

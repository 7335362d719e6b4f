"""Record types are data: the shipped ones are complete, and a bad file is named with its key."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.forms import FormError, Forms, load_forms
from app.domain.vocabulary import FIELD_KINDS
from app.paths import resource

# The table of the case file format: keys with the letter of their kind.
LETTERS = {
    "t": "text", "n": "narrative", "q": "quotation", "#": "number", "y": "yesno", "d": "date", "p": "person",
    "pl": "place", "pls": "places", "o": "organization", "i": "identifier", "c": "contact", "m": "money",
    "legs": "legs",
}  # fmt: skip
EVERY = (
    "reason_given t · method t · consequences_physical n · consequences_psychological n · status_at_end t · quote q · "
    "quote_lang t · client_confidence (sure|fairly-sure|unsure) · interviewer_note n · corroboration n · "
    "corroboration_held y"
)
TABLE = {
    "family-threat": (
        "relative_threatened p · relation t · dependants t · channel t · exact_words q · speaker t · agency o · "
        "demand t · consequence_threatened t · deadline_given t · evidence_held t · told_by p · told_on d · "
        "relative_safety_now t · relative_consent y · safe_contact c"
    ),
    "detention": (
        "arrest_time t · place_of_arrest pl · warrant_shown y · agency o · facilities pls · "
        "detention_type (criminal|administrative|extra-legal|immigration|house-arrest|camp|other) · legal_basis t · "
        "charge t · whereabouts_disclosed y · family_access y · counsel_access y · counsel_when d · court t · "
        "language_used t · conditions n · statements_signed t · statements_forced y · released_on d · "
        "release_terms t · claimed_days #"
    ),
    "protest": (
        "name t · organiser t · role t · views_expressed t · conduct (peaceful|mixed|violent|unknown) · visibility t · "
        "earlier_acts n · response t"
    ),
    "red-notice": (
        "arrest_claimed d · notice_kind (red-notice|diffusion|unknown) · reference i · requesting_country t · "
        "issued_on d · warrant_number i · warrant_court t · warrant_date d · charges t · law_article t · "
        "maximum_penalty t · conduct_alleged n · conduct_when d · part_alleged t · learned_how n · learned_on d · "
        "status t · identity_errors n · co_accused t · others_convicted n · asylum_link n · extradition_steps n · "
        "ccf_filings n"
    ),
    "flight": (
        "route n · legs legs · asylum_sought t · not_safe_because n · returns n · last_arrival d · arrival_place pl · "
        "inspected y · admitted_as t · authorised_until d"
    ),
    "immigration-custody": (
        "arrest_place pl · facility pl · transfers n · papers_served t · charge t · manner_of_entry t · a_number i · "
        "custody_decisions n · bond t · ties n · danger_argued n · hearings t · next_hearing d · counsel p · "
        "medical_needs n · fear_expressed t · notice_relied_on y · notice_first_mentioned_by t"
    ),
    "surveillance": ("pattern t · actor t · device t · content n · demand t · reported_to t · report_result t · artefacts t"),
    "ill-treatment": (
        "led_up_to n · present t · asked_or_said n · routine n · methods n · objects t · injuries n · care t · "
        "scars t · after_effects n"
    ),
    "property-seizure": (
        "what t · owner p · share t · title_proof t · value m · order t · agency o · legal_basis t · notice_given y · "
        "pressure_link n · compensation t · frozen_assets t"
    ),
    "legal-step": "body t · what t · result t · next_date d",
    "statement-by-others": "speaker t · what_was_said n · said_on d · public y · responded y",
}


def _stated(row: str) -> list[tuple[str, str, tuple[str, ...]]]:
    stated = []
    for field in row.split(" · "):
        key, letter = field.split(" ", 1)
        choices = tuple(letter.strip("()").split("|")) if letter.startswith("(") else ()
        stated.append((key, "choice" if choices else LETTERS[letter], choices))
    return stated


@pytest.fixture(scope="module")
def forms() -> Forms:
    return load_forms(resource("forms"))


def test_every_type_of_the_case_file_is_there_and_no_other(forms: Forms) -> None:
    assert set(forms.types) == set(TABLE)


@pytest.mark.parametrize("key", TABLE)
def test_a_type_has_exactly_the_fields_and_kinds_of_the_case_file(key: str, forms: Forms) -> None:
    own = [(field.key, field.kind, field.choices) for field in forms.types[key].fields]

    assert own == _stated(TABLE[key])


def test_every_type_has_the_common_fields_after_its_own(forms: Forms) -> None:
    assert [(field.key, field.kind, field.choices) for field in forms.common] == _stated(EVERY)
    for key, record_type in forms.types.items():
        assert forms.fields_of(key) == record_type.fields + forms.common


def test_what_may_harm_is_marked_sensitive_and_nothing_else_is(forms: Forms) -> None:
    marked = {
        part.key for key in forms.types for field in forms.fields_of(key) for part in (field, *field.parts) if part.sensitive
    }

    assert marked == {
        "client_confidence", "interviewer_note", "corroboration", "safe_contact", "helped_by", "documents",
    }  # fmt: skip


def test_nothing_that_gives_somebody_away_stands_in_a_short_public_account(forms: Forms) -> None:
    for key in forms.types:
        for field in forms.fields_of(key):
            assert not field.core or (field.gives == "nothing" and not field.sensitive and not field.topics)


def test_kinds_that_refer_or_date_give_away_what_they_hold(forms: Forms) -> None:
    always = {
        "person": "name", "place": "place", "places": "place", "organization": "organization", "date": "date",
        "identifier": "identifier", "contact": "contact", "quotation": "quote", "legs": "place",
    }  # fmt: skip
    for key in forms.types:
        for field in forms.fields_of(key):
            for part in (field, *field.parts):
                assert part.gives == always.get(part.kind, part.gives)


def test_labels_are_words_in_sentence_case_and_differ_within_a_type(forms: Forms) -> None:
    for key in forms.types:
        labels = [field.label for field in forms.fields_of(key)]
        assert len(set(labels)) == len(labels)
        assert all(label[0].isupper() and "_" not in label and label == label.strip() for label in labels)


def test_a_legal_step_speaks_of_asylum(forms: Forms) -> None:
    assert forms.types["legal-step"].topics == ("asylum",)
    assert forms.field("red-notice", "asylum_link").topics == ("asylum",)
    assert forms.field("immigration-custody", "counsel").topics == ("representation",)


def test_types_come_in_their_order(forms: Forms) -> None:
    orders = [record_type.order for record_type in forms.types.values()]

    assert orders == sorted(orders)
    assert forms.label("detention") == "Detention"


def test_a_field_that_no_type_has_is_a_key_error(forms: Forms) -> None:
    for type_key, field_key in (("detention", "legs"), ("no-type", "charge")):
        with pytest.raises(KeyError):
            forms.field(type_key, field_key)
    assert forms.field("flight", "legs").part("to").kind == "place"
    with pytest.raises(KeyError):
        forms.field("flight", "legs").part("via")


EVERY_TYPE = 'key = "every-type"\n[[fields]]\nkey = "quote"\nlabel = "Quote"\nkind = "quotation"\ngives = "quote"\n'
TYPE = 'key = "raid"\nlabel = "Raid"\norder = 1\nlane = 0\n'
FIELD = '[[fields]]\nkey = "who"\nlabel = "Who"\nkind = "text"\ngives = "name"\n'

MALFORMED = {
    "not TOML": ("key = ", "raid.toml: not TOML"),
    "another name": (TYPE.replace("raid", "ride"), "raid.toml: key: "),
    "a bad name": (TYPE.replace("raid", "Raid!"), "raid.toml: key: "),
    "no label": (TYPE.replace('label = "Raid"\n', ""), "raid.toml: label: "),
    "an empty label": (TYPE.replace('"Raid"', '" "'), "raid.toml: label: "),
    "an order that is no number": (TYPE.replace("order = 1", 'order = "1"'), "raid.toml: order: "),
    "a lane that is true": (TYPE.replace("lane = 0", "lane = true"), "raid.toml: lane: "),
    "a lane below the first": (TYPE.replace("lane = 0", "lane = -1"), "raid.toml: lane: "),
    "an unknown topic": (TYPE + 'topics = ["weather"]\n', "raid.toml: topics: "),
    "an unknown key": (TYPE + "colour = 1\n", "raid.toml: colour: unknown key"),
    "fields that are no list": (TYPE + "fields = 1\n", "raid.toml: fields: "),
    "a field that is no table": (TYPE + "fields = [1]\n", "raid.toml: fields[0]: not a table"),
    "a field without key": (TYPE + FIELD.replace('key = "who"\n', ""), "raid.toml: fields[0].key: "),
    "a field with a bad key": (TYPE + FIELD.replace('"who"', '"Who is"'), "raid.toml: fields[0].key: "),
    "a field of a reserved key": (TYPE + FIELD.replace('"who"', '"data"'), "raid.toml: fields[0].data.key: "),
    "a field twice": (TYPE + FIELD + FIELD, "raid.toml: fields[1].key: "),
    "a field that every type has": (TYPE + FIELD.replace('"who"', '"quote"'), "raid.toml: fields.quote: "),
    "an unknown kind": (TYPE + FIELD.replace('"text"', '"video"'), "raid.toml: fields[0].who.kind: "),
    "an unknown gift": (TYPE + FIELD.replace('"name"', '"all"'), "raid.toml: fields[0].who.gives: "),
    "no gift": (TYPE + FIELD.replace('gives = "name"\n', ""), "raid.toml: fields[0].who.gives: "),
    "a choice of nothing": (TYPE + FIELD.replace('"text"', '"choice"'), "raid.toml: fields[0].who.choices: "),
    "choices for a text": (TYPE + FIELD + 'choices = ["a"]\n', "raid.toml: fields[0].who.choices: "),
    "a choice twice": (
        TYPE + FIELD.replace('"text"', '"choice"') + 'choices = ["a", "a"]\n',
        "raid.toml: fields[0].who.choices: ",
    ),
    "sensitive, as a word": (TYPE + FIELD + 'sensitive = "yes"\n', "raid.toml: fields[0].who.sensitive: "),
    "an unknown purpose": (TYPE + FIELD + 'consent = "gossip"\n', "raid.toml: fields[0].who.consent: "),
    "an unknown key of a field": (TYPE + FIELD + "width = 3\n", "raid.toml: fields[0].who.width: unknown key"),
    "legs without parts": (TYPE + FIELD.replace('"text"', '"legs"'), "raid.toml: fields[0].who.parts: "),
    "parts of a text": (
        TYPE + FIELD + FIELD.replace("[[fields]]", "[[fields.parts]]"),
        "raid.toml: fields[0].who.parts: ",
    ),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_form_is_named_with_its_key(name: str, tmp_path: Path) -> None:
    text, said = MALFORMED[name]
    (tmp_path / "every-type.toml").write_text(EVERY_TYPE, "utf-8")
    (tmp_path / "raid.toml").write_text(text, "utf-8")

    with pytest.raises(FormError) as caught:
        load_forms(tmp_path)

    assert str(caught.value).startswith(said)


def test_the_form_that_all_these_were_made_from_is_read(tmp_path: Path) -> None:
    (tmp_path / "every-type.toml").write_text(EVERY_TYPE, "utf-8")
    (tmp_path / "raid.toml").write_text(TYPE + FIELD, "utf-8")
    (tmp_path / "notes.txt").write_text("no form", "utf-8")

    forms = load_forms(tmp_path)

    assert [field.key for field in forms.fields_of("raid")] == ["who", "quote"]
    assert {field.kind for field in forms.fields_of("raid")} <= set(FIELD_KINDS)


def test_a_type_is_stated_once_and_the_common_fields_too(tmp_path: Path) -> None:
    (tmp_path / "detention.toml").write_text(TYPE.replace("raid", "detention"), "utf-8")
    with pytest.raises(FormError, match=r"\Adetention\.toml: key: "):
        load_forms(resource("forms"), tmp_path)

    (tmp_path / "detention.toml").unlink()
    (tmp_path / "every-type.toml").write_text(EVERY_TYPE, "utf-8")
    with pytest.raises(FormError, match=r"\Aevery-type\.toml: "):
        load_forms(resource("forms"), tmp_path)


def test_forms_without_common_fields_or_not_in_utf8_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FormError, match=r"\Aevery-type\.toml: not found"):
        load_forms(tmp_path)
    (tmp_path / "every-type.toml").write_bytes(b'key = "\xe9"')
    with pytest.raises(FormError, match=r"\Aevery-type\.toml: not UTF-8"):
        load_forms(tmp_path)

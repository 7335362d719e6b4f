"""The redaction review: what it shows is what the export would hold and ask, and its answers lead to an export."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import as_file
from pathlib import Path

import pytest

from app import casefile
from app.domain.case import Case, Consent, Name, Person
from app.errors import BLOCKED, REFUSED, UserError
from app.paths import resource
from app.redaction.profiles import load_profile
from app.services import redaction
from app.services import review as reviewing
from app.services.draft import Draft, Terms, draft
from app.services.export import release
from app.services.material import prepared
from app.services.review import MASK, SAFE, Choices, Course, Find, Material, Review, Stopped, decision_for, review, take
from app.services.session import forms
from app.storage.case_store import CaseStore
from app.storage.vault import Vault
from tests.large_case import large_case
from tests.working import SMALL, new_store, new_vault, said

DATED = date(2021, 7, 12)
PROFILES = ("counsel", "public", "partner")
COUNSEL = Choices(DATED)


@cache
def sample() -> Case:
    with as_file(resource("sample")) as folder:
        return casefile.read(folder / "sample.case.json", forms()).case


@cache
def reviewed(profile: str) -> Review:
    return review(Material(sample(), (), {}), profile, choices(profile))


def choices(profile: str) -> Choices:
    return Choices(DATED, (load_profile(profile).testimonies,))


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with new_vault(tmp_path_factory.mktemp("review")) as opened:
        yield opened


def telling(*texts: str, people: tuple[Person, ...] = ()) -> Case:
    told = tuple(replace(said(text, f"t{n}"), status="confirmed", signed_on="2021-07-03") for n, text in enumerate(texts, 1))
    return replace(SMALL, people=(*SMALL.people, *people), testimonies=told)


@pytest.fixture
def store(vault: Vault) -> Iterator[CaseStore]:
    case = telling("Percival Drew came to Han Keyu.\n\nTamsin Ellerby and Percival Drew went away with Han Kelan.")
    with new_store(vault, case) as opened:
        yield opened


def of(case: Case) -> Review:
    return review(Material(case, (), {}), "counsel", COUNSEL)


def find(seen: Review, text: str) -> Find:
    return next(one for one in seen.finds if one.text == text)


# --- what is shown


@pytest.mark.parametrize("profile", PROFILES)
def test_the_questions_are_those_of_the_command_line_and_no_others(profile: str) -> None:
    _, disclosure = prepared(Material(sample(), (), {}), profile, choices(profile))
    asked = {(q.where, q.start, q.end, q.text, q.kind) for q in disclosure.questions}
    assert {(f.where, f.start, f.end, f.text, f.kind) for f in reviewed(profile).open()} == asked
    assert reviewed(profile).total == len(asked)
    assert reviewed(profile).decided == 0


@pytest.mark.parametrize("profile", PROFILES)
def test_every_find_holds_its_words_on_both_sides(profile: str) -> None:
    seen = reviewed(profile)
    assert len(seen.finds) > 40
    for one in seen.finds:
        text = seen.texts[one.text_index]
        assert text.original[one.at : one.until] == one.text
        assert (one.start, one.end) == (text.offset + one.at, text.offset + one.until)
        right = text.redacted[one.read_at : one.read_until]
        assert {
            "undecided": right in ("undecided", "[…]"),
            "safe": right == one.text,
            "shown": right in (one.text, "[…]"),
        }.get(one.state, one.text not in right or not one.text.strip()), (one.state, text.heading)


@pytest.mark.parametrize("profile", PROFILES)
def test_with_nothing_open_every_text_reads_as_in_the_copy(profile: str) -> None:
    masked = [decision_for(one, MASK) for one in reviewed(profile).open()]
    material = reviewing.with_decisions(Material(sample(), (), {}), masked)
    seen = review(material, profile, choices(profile))
    _, disclosure = prepared(material, profile, choices(profile))
    assert seen.open() == ()
    told = [t.redacted for t in seen.texts if t.kind == "testimony"]
    assert told == [p.text for t in disclosure.view.testimonies for p in t.paragraphs]
    accounts: dict[int | None, list[str]] = {}
    for text in seen.texts:
        if text.where.endswith(".account") and text.in_copy:
            accounts.setdefault(text.number, []).append(text.redacted)
    assert accounts == {event.number: list(event.account) for event in disclosure.view.events if event.account}
    titles = {text.number: text.redacted for text in seen.texts if text.kind == "document"}
    assert titles == {document.number: document.title for document in disclosure.view.documents}


def test_testimony_comes_first_paragraph_by_paragraph_then_events_as_they_are_numbered() -> None:
    texts = reviewed("counsel").texts
    kinds = list(dict.fromkeys(text.kind for text in texts))
    assert kinds[:3] == ["testimony", "event", "document"]
    told = [text for text in texts if text.kind == "testimony"]
    assert [text.paragraph for text in told] == list(range(1, len(told) + 1))
    assert told[2].heading == "Testimony 1, paragraph 3"
    numbers = [text.number for text in texts if text.kind == "event" and text.number is not None]
    assert numbers == sorted(numbers)
    assert [one.number for one in reviewed("counsel").finds] == list(range(1, len(reviewed("counsel").finds) + 1))


def test_an_undecided_find_is_the_same_word_whatever_its_length() -> None:
    case = telling("Percival Drew came. Tamsin Ellerby-Harcourt went.")
    assert [text.redacted for text in of(case).texts if text.kind == "testimony"] == ["undecided came. undecided went."]


def test_what_a_profile_drops_whole_is_asked_about_but_marked_as_not_in_the_copy() -> None:
    dropped = [text for text in reviewed("public").texts if not text.in_copy]
    assert dropped
    assert all(re.search(r"\b(?:I|me|my|we|our)\b", text.redacted) or "[…]" in text.redacted for text in dropped)


def test_why_something_was_found_is_told_with_whom_it_may_be() -> None:
    names = ("Hope Ndlovu", "Mo Anlan", "Mo Anlan", "Zubairu Akanbi")
    people = tuple(Person(f"p{n}", (Name(name),)) for n, name in enumerate(names, 3))
    seen = of(telling("Hope came. Mo Anlan spoke. Percival Drew wept. Old Han left. Zubayru is near.", people=people))
    assert {one.text: (one.why.key, one.why.near) for one in seen.open()} == {
        "Hope": ("everyday", ("Hope Ndlovu",)),
        "Mo Anlan": ("shared", ("Mo Anlan", "Mo Anlan")),
        "Percival Drew": ("new", ()),
        "Old Han": ("address", ("Han Keyu", "Han Kelan")),
        "Zubayru": ("near", ("Zubairu Akanbi",)),
    }
    assert find(seen, "Hope").suggests[0].entry_id == "p3"
    assert [one.stands_as for one in find(seen, "Mo Anlan").suggests] == ["[Person 1]", "[Person 5]"]


# --- deciding


def test_one_answer_settles_the_same_text_everywhere_and_says_how_often() -> None:
    material = Material(telling("Percival Drew came.\n\nThen Percival-Drew left, and Percival Drew's dog too."), (), {})
    before = review(material, "counsel", COUNSEL)
    assert [one.same_text for one in before.open()] == [2, 2, 2]
    decided = reviewing.with_decisions(material, [decision_for(before.open()[0], MASK)])
    after = review(decided, "counsel", COUNSEL, before)
    assert (after.decided, after.total) == (3, 3)
    assert [one.same_text for one in after.questions()] == [2, 2, 2]
    assert after == review(decided, "counsel", COUNSEL)


@pytest.mark.parametrize("name", ["Hope", "Mo Anlan"])
def test_a_name_that_may_be_somebody_else_is_decided_mention_by_mention(name: str) -> None:
    people = (Person("p3", (Name("Hope Ndlovu"),)), *(Person(f"p{n}", (Name("Mo Anlan"),)) for n in (4, 5)))
    material = Material(telling(f"{name} came.\n\n{name} left.", people=people), (), {})
    seen = review(material, "counsel", COUNSEL)
    first = seen.open()[0]
    assert (first.alone, first.same_text) == (True, 0)
    plain = decision_for(first, ("person", first.suggests[0].entry_id))
    assert (plain["where"], plain["start"]) == ("testimonies[0].text", 0)
    after = review(reviewing.with_decisions(material, [plain]), "counsel", COUNSEL, seen)
    assert (after.decided, after.total) == (1, 2)


def test_safe_is_no_answer_to_a_whole_registered_name() -> None:
    people = tuple(Person(f"p{n}", (Name("Mo Anlan"),)) for n in (4, 5))
    one = of(telling("Mo Anlan spoke.", people=people)).open()[0]
    assert not one.can_be_safe
    with pytest.raises(UserError) as caught:
        decision_for(one, SAFE)
    assert caught.value.code == "never-safe"


def test_an_answer_can_be_taken_back_from_any_find_that_it_settled() -> None:
    material = Material(telling("Auntie Gong came. Gong left.\n\nSo did Auntie Gong."), (), {})
    open_ = review(material, "counsel", COUNSEL)
    gong = next(one for one in open_.open() if "Gong" in one.text)
    masked = reviewing.with_decisions(material, [decision_for(gong, MASK)])
    settled = [one for one in review(masked, "counsel", COUNSEL).finds if one.decision is not None]
    assert len(settled) >= 2
    for one in settled:
        assert one.decision is not None
        assert review(reviewing.without_decision(masked, one.decision), "counsel", COUNSEL, open_) == open_


@pytest.mark.parametrize(
    ("text", "answer", "settled"),
    [
        ("She met Tolbaaken at noon. Then Chief Tolbaaken left.", ("person", "p1"), ("Tolbaaken", "Chief Tolbaaken")),
        ("She met Дурдыев at noon. Then Дурдыева left.", MASK, ("Дурдыев", "Дурдыева")),
    ],
)
def test_what_a_decision_brought_on_record_is_settled_by_it_in_its_other_forms_too(
    text: str, answer: str | tuple[str, str], settled: tuple[str, ...]
) -> None:
    material = Material(telling(text), (), {})
    first = review(material, "counsel", COUNSEL).open()[0]
    seen = review(reviewing.with_decisions(material, [decision_for(first, answer)]), "counsel", COUNSEL)
    assert tuple(one.text for one in seen.questions()) == settled
    assert {json.dumps(one.decision) for one in seen.questions()} == {json.dumps(decision_for(first, answer))}


def test_a_decision_for_one_mention_is_taken_back_alone(store: CaseStore) -> None:
    seen = review(take(store), "counsel", COUNSEL)
    first, second = (one for one in seen.open() if one.text == "Percival Drew")
    redaction.decide(store, [decision_for(first, MASK, alone=True), decision_for(second, SAFE, alone=True)])
    after = review(take(store), "counsel", COUNSEL)
    held = [one.decision for one in after.questions() if one.text == "Percival Drew"]
    redaction.take_back(store, held[0])
    states = [one.state for one in review(take(store), "counsel", COUNSEL).finds if one.text == "Percival Drew"]
    assert states == ["undecided", "safe"]
    with pytest.raises(UserError) as caught:
        redaction.take_back(store, held[0])
    assert caught.value.code == "nothing-to-undo"


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("answer", [MASK, SAFE, "entry"])
def test_answering_one_find_after_the_other_leads_to_an_export_that_passes(
    vault: Vault, tmp_path: Path, profile: str, answer: str
) -> None:
    """Every answer is held against the rules by which it is stored, and every step gives what reading all anew gives."""
    granted = Consent("c99", "p1", "advocacy", "ngo", "pseudonym", "2021-07-02")
    case = replace(sample(), consents=(*sample().consents, granted))
    with new_store(vault, case) as store:
        material = take(store)
        seen = review(material, profile, choices(profile))
        left = [len(seen.open())]
        given = []
        while seen.open():
            one = seen.open()[0]
            entry = one.suggests[0] if one.suggests else seen.entries[0]
            chosen = (entry.entry_kind, entry.entry_id) if answer == "entry" else answer if one.can_be_safe else MASK
            given.append(decision_for(one, chosen))
            material = reviewing.with_decisions(material, given[-1:])
            seen = review(material, profile, choices(profile), seen)
            left.append(len(seen.open()))
        assert left == sorted(set(left), reverse=True)
        assert seen.decided == seen.total
        assert profile == "public" or seen.total > 5
        assert seen == review(material, profile, choices(profile))
        redaction.decide(store, given)
        if answer != MASK:
            return
        sign_off = "Ann Advocate" if load_profile(profile).sign_off else None
        made = draft(take(store), profile, choices(profile), Terms(sign_off))
        assert release(store, made, tmp_path / "copy.pdf").pages == made.pages
        assert (tmp_path / "copy.pdf").read_bytes() == made.pdf


# --- the copy


def test_what_the_copy_holds_is_told_with_the_consents_it_rests_on() -> None:
    seen = reviewed("counsel")
    held = seen.copy
    assert [(one.id, one.number, one.status) for one in held.testimonies] == [
        (one.id, 1, "confirmed") for one in sample().testimonies if (one.status, one.lang) == ("confirmed", "en")
    ]
    assert held.testimonies[0].unread == 0
    assert (held.events, held.documents) == (len(sample().events), len(sample().documents))
    assert {"names", "originals", "drafts"} <= set(held.left_out)
    assert {(one.purpose, one.recipient) for one in held.grants} == {("legal-representation", "counsel")}
    assert all(one.given_on for one in held.grants)
    assert (seen.gaps, seen.needs_sign_off, seen.allows_override) == ((), False, True)


def test_a_refusal_is_no_grant_and_shows_as_a_gap() -> None:
    refused = Consent("c1", "p1", "legal-representation", "counsel", "none", "2021-07-02")
    seen = of(replace(telling("Nothing."), consents=(refused,)))
    assert seen.copy.grants == ()
    assert [(gap.person, gap.state) for gap in seen.gaps] == [("p1", "refused")]


def made_of(store: CaseStore) -> Draft:
    redaction.decide(store, [decision_for(one, MASK) for one in review(take(store), "counsel", COUNSEL).open()])
    return draft(take(store), "counsel", COUNSEL)


def test_a_draft_says_what_was_looked_for_and_writes_nothing(store: CaseStore, tmp_path: Path) -> None:
    rows = len(store.journal())
    made = made_of(store)
    assert made.pdf.startswith(b"%PDF-")
    assert made.checked.size == len(made.pdf)
    assert made.checked.pages == made.pages >= 1
    assert made.checked.forms > made.checked.entries > 3
    assert len(store.journal()) == rows + 1  # the decisions
    assert list(tmp_path.iterdir()) == []


def test_exactly_the_drafted_bytes_are_written_and_journaled(store: CaseStore, tmp_path: Path) -> None:
    made = made_of(store)
    done = release(store, made, tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").read_bytes() == made.data == made.pdf
    row = store.journal()[-1]
    assert row.what == "disclosure"
    assert json.loads(json.dumps(row.payload))["sha256"] == done.sha256 == made.sha256


def test_a_draft_is_refused_once_anything_in_the_case_was_saved(store: CaseStore, tmp_path: Path) -> None:
    made = made_of(store)
    withdrawn = replace(SMALL.consents[0], withdrawn_on="2021-07-11")
    store.put("consents", withdrawn)
    with pytest.raises(UserError) as caught:
        release(store, made, tmp_path / "copy.pdf")
    assert (caught.value.code, caught.value.status) == ("stale", BLOCKED)
    assert list(tmp_path.iterdir()) == []


def test_a_draft_of_decisions_that_were_never_saved_is_refused(store: CaseStore, tmp_path: Path) -> None:
    masks = [decision_for(one, MASK) for one in review(take(store), "counsel", COUNSEL).open()]
    made = draft(reviewing.with_decisions(take(store), masks), "counsel", COUNSEL)
    with pytest.raises(UserError) as caught:
        release(store, made, tmp_path / "copy.pdf")
    assert caught.value.code == "stale"


def test_the_name_of_the_file_is_held_to_the_same_rules(store: CaseStore, tmp_path: Path) -> None:
    made = made_of(store)
    with pytest.raises(UserError) as caught:
        release(store, made, tmp_path / "for han keyu.pdf")
    assert caught.value.status == REFUSED
    assert list(tmp_path.iterdir()) == []


def test_a_draft_of_what_is_open_is_blocked_with_every_reason(store: CaseStore) -> None:
    store.put("consents", replace(SMALL.consents[0], identity="none"))
    with pytest.raises(UserError) as caught:
        draft(take(store), "counsel", COUNSEL)
    assert caught.value.status == BLOCKED
    assert [reason.split()[0] for reason in caught.value.reasons] == ["consent", "3"]


# --- long work


def test_the_work_says_how_far_it_is_and_stops_when_asked(store: CaseStore) -> None:
    steps: list[tuple[str, int, int]] = []
    material = take(store)
    review(material, "counsel", COUNSEL, course=Course(lambda *step: steps.append(step)))
    assert steps[0][:2] == ("disclose", 0)
    assert [done for stage, done, _ in steps if stage == "disclose"] == sorted(d for s, d, _ in steps if s == "disclose")
    for after in range(len(steps)):
        calls = iter(range(len(steps)))
        with pytest.raises(Stopped):
            review(material, "counsel", COUNSEL, course=Course(stop=lambda calls=calls, after=after: next(calls) >= after))


def test_the_large_case_is_a_case_that_an_import_takes() -> None:
    case = large_case(60, 20, 2)
    assert casefile.parse(casefile.dump(case), forms(), None).case == case
    assert large_case(60, 20, 2) == case


def test_deciding_in_a_large_case_reads_again_only_what_the_decision_touches() -> None:
    case = large_case(120, 30, 3)
    material = Material(case, (), {})
    before = review(material, "counsel", COUNSEL)
    stranger = next(one for one in before.open() if one.why.key == "new")
    counted: list[int] = []
    material = reviewing.with_decisions(material, [decision_for(stranger, MASK)])
    after = review(material, "counsel", COUNSEL, before, Course(lambda _stage, done, _total: counted.append(done)))
    assert after == review(material, "counsel", COUNSEL)
    kept = {id(trace) for trace in before.basis.earlier._traces.values()}  # type: ignore[attr-defined]
    again = [trace for trace in after.basis.earlier._traces.values() if id(trace) not in kept]  # type: ignore[attr-defined]
    assert 0 < len(again) <= sum(one.text == stranger.text for one in before.finds)

"""A report in Chinese says all that one in English says, and passes the same check."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from app.domain import vocabulary
from app.paths import resource
from app.redaction.choices import Choices
from app.redaction.common import is_common
from app.redaction.words import languages, words
from app.report.check import Expected, Protected, check
from app.report.render import render
from app.report.texts import fixed_phrases, load_texts
from app.services.draft import Terms, draft
from app.services.material import Material
from tests.redacting import DATED, FORMS, case_of, look
from tests.unit.report.every_script import long_view, rich_view
from tests.unit.report.test_references import resolves
from tests.unit.report.views import RICH


def slots(value: object, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every wording with the slots that it fills, by its path."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from slots(item, f"{path}.{key}")
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from slots(item, f"{path}[{at}]")
    else:
        yield path, {name for _, name, _, _ in string.Formatter().parse(str(value)) if name}


@pytest.mark.parametrize("paper", ["", ".words"])
def test_every_wording_has_its_counterpart_with_the_same_slots(paper: str) -> None:
    read = [tomllib.loads(resource("report", f"{one}{paper}.toml").read_text("utf-8")) for one in languages()]
    english, chinese = (dict(slots(tables)) for tables in read)
    own = (".place.with_article", ".type", ".field", ".choice", ".matter")
    for path, held in english.items():
        if not path.startswith(own):
            assert chinese[path] == held, path
    assert not [path for path in chinese if path not in english and not path.startswith(own)]


def test_every_kind_of_event_field_and_choice_has_its_chinese_words() -> None:
    table = words("zh-Hans")
    for key in FORMS.types:
        assert key in table["type"], key
        for field in FORMS.fields_of(key):
            held = f"{key}.{field.key}" in table["field"] or field.key in table["field"]
            assert held or field.key == "corroboration_held", f"{key}.{field.key}"
            assert set(field.choices) <= set(table["choice"])


def test_nothing_of_the_report_itself_is_left_in_english() -> None:
    case = case_of(
        {
            "people": [{"id": "p1", "names": [{"text": "王立军"}], "roles": ["witness"], "born": "1974", "nationality": "CN"}],
            "places": [{"id": "l1", "names": [{"text": "河村"}], "kind": "village"}],
            "organizations": [{"id": "o1", "names": [{"text": "赤松局"}], "kind": "police", "country": "CN"}],
            "events": [
                {"id": "e1", "type": "detention", "date": "2019-05-02~", "place": "l1", "people": [{"person": "p1", "as": "victim"}],
                 "organizations": [{"organization": "o1", "as": "perpetrator"}], "fields": {"claimed_days": 30, "warrant_shown": "no"},
                 "account": "他们来了。", "lang": "zh-Hans", "sources": [{"kind": "witness", "person": "p1"}], "certainty": "certain"},
                {"id": "e2", "type": "red-notice", "date": "2021-01", "fields": {"charges": "无", "notice_kind": "red-notice"},
                 "sources": [{"kind": "document", "document": "d1"}], "caused_by": ["e1"]},
            ],
            "documents": [{"id": "d1", "title": "通报", "kind": "red-notice", "about": ["e2"]}],
            "testimonies": [{"id": "t1", "person": "p1", "lang": "zh-Hans", "status": "confirmed", "text": "我等。"}],
        }
    )  # fmt: skip
    for profile in ("counsel", "court", "partner", "public", "ccf"):
        view = look(case, profile, language="zh-Hans", mask_undecided=True).view
        rendered = render(replace(view, case_code=None))
        text = "".join(letter for letter in "\n".join(rendered.expected) if letter.isascii() and letter.isalpha())
        rules = "FedRCivPaFedRCrimPaFedRCivPaandFedRCrimPaaandFedRCrimPa"
        assert not text or (profile == "court" and len(text) < len(rules) + 12), (profile, text)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("view", [RICH, rich_view(), long_view(40, 20)], ids=["rich", "scripts", "long"])
def test_a_chinese_report_passes_the_release_check_and_its_references_resolve(view: Any, paper: str) -> None:
    view = replace(view, language="zh-Hans")
    rendered = render(view, paper=paper)
    protected = Protected((), rendered.fixed_phrases)
    assert check(rendered.data, protected, "x.pdf", is_common, Expected(rendered.expected)) == ()
    chinese = replace(view, events=tuple(replace(one, sources=()) for one in view.events))
    resolves(chinese, render(chinese, paper=paper))


def test_chinese_wordings_long_enough_to_be_no_name_are_known_as_the_reports_own() -> None:
    phrases = fixed_phrases("zh-Hans")
    assert "已使用代称，但并非匿名。文中所述的当局可能认出其人。" in phrases
    assert "证人" not in phrases
    assert load_texts("zh").language == "en"  # by the whole tag or its first part; a case's tag is settled before


@pytest.mark.parametrize("kind", vocabulary.SOURCE_KINDS)
def test_dates_and_sources_read_as_chinese(kind: str) -> None:
    texts = load_texts("zh-Hans")
    assert [texts.date(parts) for parts in ((2019,), (2019, 5), (2019, 5, 2))] == ["2019年", "2019年5月", "2019年5月2日"]
    assert texts.attributed(kind, "[人物 1]", "2021年").startswith("据")


def test_a_name_that_stands_by_chance_in_the_reports_own_words_stops_no_export() -> None:
    """时间 as a given name, and in the heading of the chronology; as what stands for somebody it would be a collision."""
    told = {"id": "e1", "type": "protest", "date": "2019-05", "organizations": [{"organization": "o1", "as": "perpetrator"}],
            "fields": {"conduct": "unknown"}}  # fmt: skip
    case = case_of(
        {
            "people": [{"id": "p1", "names": [{"text": "沈时间"}, {"text": "时间"}], "roles": ["witness"]}],
            "organizations": [{"id": "o1", "names": [{"text": "赤松局"}], "kind": "security-service"}],
            "events": [told],
        }
    )
    choices = Choices(DATED, ("none",), language="zh-Hans", mask_undecided=True)
    made = draft(Material(case, (), {}), "public", choices, Terms(sign_off="A"))
    assert any("时间" in form.key for form in made.protected.forms)

"""``affiant declaration``: who stands by name in it, what it says, and what stands in its way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from app.storage.vault import Vault
from tests.e2e.conftest import PASSPHRASE, Place, affiant
from tests.e2e.test_main_job import protected_names
from tests.e2e.test_statuses import make_vault

WITHIN = "I declare under penalty of perjury that the foregoing is true and correct."
OUTSIDE = (
    "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct."
)


def words_of(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    return " ".join("\n".join(page.get_textpage().get_text_range() for page in pdf).split())


def declare(place: Place, name: str, *more: str | Path) -> Path:
    out = place.folder / name
    ran = place.run("declaration", "HERON", "--out", out, "--undecided", "mask", "--dated", "2021-07-12", *more)
    assert ran.status == 0, ran.err
    return out


def test_an_identified_one_names_who_agreed_to_it_and_nobody_else(place: Place) -> None:
    text = words_of(declare(place, "a.pdf", "--identified", "--original"))
    assert "Declaration of Shen Guoheng" in text
    assert "I, Shen Guoheng, declare:" in text
    assert "我叫沈国衡" in text  # the testimony in its own language, behind it
    # the wife agreed to be named to counsel, the daughter to a court but is a child, the brother to nothing
    for name in ("Yao Meilan", "Shen Yutong", "Tongtong", "Shen Guoliang", "沈国梁", "Lin Peishan", "Nora Castellane"):
        assert name not in text
    assert "[Wife]" in text
    assert WITHIN in text
    assert OUTSIDE in text
    for heading in ("Certificate of interpretation", "Certificate of translation", "gives a name and an address"):
        assert heading in text


@pytest.mark.parametrize("profile", ["counsel", "court"])
def test_a_redacted_one_names_nobody(place: Place, profile: str) -> None:
    out = declare(place, "a.pdf", "--profile", profile, "--outside-us")
    text = words_of(out)
    assert "Declaration of [Witness]" in text
    assert OUTSIDE in text
    assert WITHIN not in text
    for name in protected_names("counsel"):
        if len(name) > 3 and not name.isdigit():
            assert name not in text
    held = affiant(
        "check", out, "--vault", place.vault, "--case", "HERON", "--profile", profile, "--passphrase-file", place.passphrase
    )
    assert held.status == 0, held.err


def test_the_same_case_gives_the_same_bytes_and_clean_metadata(place: Place) -> None:
    one, other = declare(place, "a.pdf", "--identified"), declare(place, "b.pdf", "--identified")
    assert one.read_bytes() == other.read_bytes()
    with pikepdf.open(one) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Draft declaration"
        assert [str(item.title) for item in pdf.open_outline().root][:2] == ["Before this is signed", "Declaration"]


def test_paragraphs_are_those_of_the_testimony_in_order(place: Place, tmp_path: Path) -> None:
    text = words_of(declare(place, "a.pdf", "--identified", "--within-us"))
    places = [
        text.index(words)
        for words in ("I was the village chief of Huaishu", "Nobody told me a charge", "I ask for one thing only")
    ]
    assert places == sorted(places)


def test_it_is_journaled_as_a_disclosure(place: Place) -> None:
    declare(place, "a.pdf", "--identified", "--within-us", "--recipient", "N. Castellane")
    with Vault.open(place.vault, PASSPHRASE) as vault, vault.open_case("HERON") as store:
        last = store.journal()[-1]
    assert last.what == "disclosure"
    held = last.payload or {}
    assert (held["kind"], held["identified"], held["wording"]) == ("declaration", True, "within")
    assert (held["testimonies"], held["recipient"], held["profile"]) == (["t1"], "N. Castellane", "court")


def grant(identity: str, recipient: str = "court", purpose: str = "asylum-filing", **more: Any) -> dict[str, Any]:
    return {
        "id": f"c-{identity}-{recipient}", "person": "p1", "purpose": purpose, "recipient": recipient, "identity": identity,
        "given_on": "2021-07-02", **more,
    }  # fmt: skip


TOLD = {"id": "t1", "person": "p1", "lang": "en", "text": "I was held.\n\nI was let go.", "status": "confirmed"}
COUNSEL = grant("pseudonym", "counsel", "legal-representation")


@pytest.mark.parametrize(
    ("consents", "told", "words"),
    [
        ([COUNSEL], TOLD, "consent of p1 for this profile: missing"),
        ([COUNSEL, grant("pseudonym")], TOLD, "p1 did not agree to be named"),
        ([COUNSEL, grant("named", withdrawn_on="2021-07-03")], TOLD, "withdrawn"),
        ([COUNSEL, grant("named", expires="2021-07-03")], TOLD, "expired"),
        ([COUNSEL, grant("named"), grant("none", given_on="2021-07-05")], TOLD, "refused"),
        ([COUNSEL, grant("named")], {**TOLD, "status": "read-back"}, "t1 is not confirmed"),
        ([COUNSEL, grant("named", scope=["e1"])], TOLD, "insufficient"),
    ],
)
def test_3_what_is_not_agreed_to_or_not_confirmed_is_not_made(
    tmp_path: Path, small_case: Callable[..., Path], consents: list[Any], told: dict[str, Any], words: str
) -> None:
    for number, one in enumerate(consents):
        one["id"] = f"c{number}"
    place = make_vault(tmp_path, small_case(consents=consents, testimonies=[told]))
    out = tmp_path / "a.pdf"
    ran = place.run("declaration", "WREN", "--out", out, "--identified", "--testimony", "t1", "--dated", "2021-07-12")
    assert ran.status == 3
    assert words in ran.err
    assert not out.exists()


def test_a_friend_who_agreed_is_named_and_one_who_did_not_is_not(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    told = {**TOLD, "text": "Oyelaran Adebayo saw it."}
    mine, his = grant("named"), {**grant("named"), "id": "c9", "person": "p2"}
    for consents, named in (([mine], False), ([mine, his], True)):
        folder = tmp_path / str(named)
        folder.mkdir()
        place = make_vault(folder, small_case(f"{named}.json", consents=consents, testimonies=[told]))
        out = folder / "a.pdf"
        assert place.run("declaration", "WREN", "--out", out, "--identified").status == 0
        text = words_of(out)
        assert "I, Zhuo Ruilin, declare:" in text
        assert ("Oyelaran Adebayo" in text) == named


def test_an_earlier_date_names_nobody_whose_consent_has_run_out(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    told = {**TOLD, "text": "Oyelaran Adebayo saw it."}
    his = {**grant("named", expires="2022-01-01"), "id": "c9", "person": "p2"}
    place = make_vault(tmp_path, small_case(consents=[grant("named"), his], testimonies=[told]))
    ran = place.run("declaration", "WREN", "--out", tmp_path / "a.pdf", "--identified", "--dated", "2021-12-01")
    assert ran.status == 0, ran.err
    assert "Adebayo" not in words_of(tmp_path / "a.pdf")


def test_a_friend_who_agreed_for_something_else_only_is_not_named(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    told = {**TOLD, "text": "Oyelaran Adebayo saw it."}
    his = {**grant("named"), "id": "c9", "person": "p2"}
    for scope in (["e1"], ["t1"]):
        folder = tmp_path / scope[0]
        folder.mkdir()
        consents = [grant("named"), {**his, "scope": scope}]
        place = make_vault(folder, small_case(f"{folder.name}.json", consents=consents, testimonies=[told]))
        assert place.run("declaration", "WREN", "--out", folder / "a.pdf", "--identified").status == 0
        assert ("Oyelaran Adebayo" in words_of(folder / "a.pdf")) == (scope == ["t1"])


def test_what_is_open_in_the_testimony_is_asked_and_what_is_open_elsewhere_is_not(
    tmp_path: Path, small_case: Callable[..., Path]
) -> None:
    events = [{"id": "e1", "type": "protest", "account": "Krzysztof Wolski was there."}]
    place = make_vault(tmp_path, small_case(events=events, testimonies=[TOLD], consents=[COUNSEL]))
    assert place.run("export", "WREN", "--out", tmp_path / "x.pdf").status == 3
    assert place.run("declaration", "WREN", "--out", tmp_path / "a.pdf").status == 0
    told = {**TOLD, "text": "Krzysztof Wolski was there."}
    folder = tmp_path / "asked"
    folder.mkdir()
    place = make_vault(folder, small_case("b.json", testimonies=[told], consents=[COUNSEL]))
    assert place.run("declaration", "WREN", "--out", folder / "a.pdf").status == 3


def test_a_confirmed_testimony_in_chinese_stands_in_chinese(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    text = "我叫卓瑞霖。那天我在家。\n\n他们把我关了三十天。“你回去吧，”他们说。"
    told = {**TOLD, "lang": "zh-Hans", "text": text}
    place = make_vault(tmp_path, small_case(testimonies=[told], consents=[grant("named")]))
    out = tmp_path / "a.pdf"
    assert place.run("declaration", "WREN", "--out", out).status == 2  # nothing is confirmed in English
    ran = place.run("declaration", "WREN", "--out", out, "--testimony", "t1", "--identified")
    assert ran.status == 0, ran.err
    words = words_of(out)
    assert "他们把我关了三十天" in words
    assert "translation of this declaration" in words
    assert WITHIN in words


def test_2_what_cannot_be_meant(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    second = {**TOLD, "id": "t2"}
    place = make_vault(tmp_path, small_case(testimonies=[TOLD, second], consents=[COUNSEL]))

    def run(*more: str, out: str = "a.pdf") -> str:
        ran = place.run("declaration", "WREN", "--out", tmp_path / out, *more)
        assert ran.status == 2
        assert not (tmp_path / "a.pdf").exists()
        return ran.err

    assert "more than one testimony is confirmed (t1, t2)" in run()
    run("--testimony", "t9")
    run("--testimony", "t1", "--original")
    run("--within-us", "--outside-us")
    run("--testimony", "t1", out="a.txt")
    kept = place.write("kept.pdf", "mine")
    run("--testimony", "t1", out="kept.pdf")
    assert kept.read_text("utf-8") == "mine"
    assert (
        json.loads(place.run("declaration", "WREN", "--out", tmp_path / "b.pdf", "--testimony", "t2", "--json").out)["pages"]
        > 2
    )

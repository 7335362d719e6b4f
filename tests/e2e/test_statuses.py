"""Every exit status of the command line, through the real command."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from app.cli import main
from tests.e2e.conftest import PASSPHRASE, ROOT, Place, affiant


def make_vault(tmp_path: Path, *cases: Path) -> Place:
    place = Place(tmp_path)
    place.passphrase.write_text(PASSPHRASE, "utf-8")
    assert place.run("init", "--kdf-memory", "64").status == 0
    for case in cases:
        assert place.run("import", case).status == 0
    return place


@cache
def _made(contents: tuple[bytes, ...]) -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory()
    paths = [Path(folder.name) / f"{number}.json" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    make_vault(Path(folder.name), *paths)
    return folder


def ready_vault(tmp_path: Path, *cases: Path) -> Place:
    """A copy of a vault that is made once for the same cases: for a test that compares it with no other vault."""
    place = Place(tmp_path)
    made = Place(Path(_made(tuple(case.read_bytes() for case in cases)).name))
    shutil.copytree(made.vault, place.vault)
    shutil.copy(made.passphrase, place.passphrase)
    return place


def test_0_done(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    listed = place.run("list", "--json")
    assert [row["code"] for row in listed.data] == ["WREN"]
    out = tmp_path / "wren.pdf"
    assert place.run("export", "WREN", "--out", out).status == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_0_a_passphrase_that_can_be_guessed_is_taken_and_called_so(tmp_path: Path) -> None:
    weak, strong = Place(tmp_path / "weak"), Place(tmp_path / "strong")
    for place, words in ((weak, "correct horse"), (strong, "tulip anchor velvet marsh copper lantern")):
        place.folder.mkdir()
        place.write("passphrase", words)
    assert weak.run("init", "--kdf-memory", "64", "--json").data.keys() == {"vault", "warning"}
    assert strong.run("init", "--kdf-memory", "64", "--json").data.keys() == {"vault"}
    assert "can be guessed" in strong.run("passphrase", "--new-passphrase-file", weak.passphrase).out


def test_1_a_bug_tells_its_class_and_place_and_no_content() -> None:
    code = (
        "import sys\nfrom app.services import maintenance\n"
        "def broken():\n    name = 'Zhuo Ruilin'\n    raise RuntimeError(name)\n"
        "maintenance.self_test = broken\nfrom app.cli import main\nsys.exit(main(['self-test']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "RuntimeError" in done.stderr
    assert "Zhuo" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("nonsense",), ("list",), ("export", "v", "X"), ("list", "nowhere", "--passphrase-file", "none"),
        ("init", "v", "--kdf-memory", "many"), ("detect", "--lang"), ("list", "v"),
    ],
)  # fmt: skip
def test_2_bad_usage(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert affiant(*arguments).status == 2


def test_2_an_option_that_there_is_not_is_named_without_its_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, "list", str(tmp_path), "--case=Zhuo", "--passfile", "Ruilin", "--Zhuo")
    assert "no option --case, --passfile here" in told
    assert "affiant list --help" in told
    assert "Zhuo" not in told
    assert "Ruilin" not in told
    assert "a word too many" in refused(capsys, "list", str(tmp_path), "Zhuo")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("list", "v", "--passphrase-file", "Zhuo"), "the passphrase file"),
        (("list", "v", "--passphrase-file", "here", "--key-file", "Zhuo"), "the key file"),
        (("import", "v", "Zhuo", "--passphrase-file", "here"), "the case file"),
        (("decide", "v", "X", "--decisions", "Zhuo", "--passphrase-file", "here"), "the file of decisions"),
        (("verify", "v", "--against", "Zhuo", "--passphrase-file", "here"), "the receipt"),
        (("restore", "Zhuo", "v", "--recovery-file", "here"), "the backup"),
    ],
)
def test_2_a_missing_file_is_said_to_be_which_and_never_by_its_name(
    arguments: tuple[str, ...],
    what: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").write_text("quiet heron by the river", encoding="utf-8")
    assert f"{what} does not exist" in (told := refused(capsys, *arguments))
    assert "Zhuo" not in told


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command says of arguments that it does not take."""
    assert main(arguments) == 2
    return capsys.readouterr().err


def test_2_bad_input_stores_nothing(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    bad = small_case("bad.json", case={"code": "ROBIN"}, people=[{"id": "p1", "names": [{"text": "Q"}], "born": "Zhuo"}])
    ran = place.run("import", bad)
    assert ran.status == 2
    assert "people[0].born" in ran.err
    assert "Zhuo" not in ran.err
    assert len(place.run("list", "--json").data) == 1


def test_2_a_code_in_use_a_missing_case_a_bad_decision(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    again = place.run("import", small_case())
    assert (again.status, "nothing was stored; choose another code" in again.err) == (2, True)
    assert place.run("candidates", "NOBODY").status == 2
    unknown = place.run("export", "WREN", "--out", tmp_path / "x.pdf", "--profile", "nobody")
    assert (unknown.status, "known are ccf, counsel, court, partner, public" in unknown.err) == (2, True)
    assert place.run("export", "WREN", "--out", tmp_path / "x.txt").status == 2
    assert place.run("export-case", "WREN", "--out", tmp_path / "x.json").status == 2
    for bad in (
        "{",
        "{}",
        '[{"text": "x"}]',
        '[{"text": "Zhuo Ruilin", "as": "safe"}]',
        '[{"text": "x", "as": {"person": "p9"}}]',
    ):
        assert place.run("decide", "WREN", "--decisions", place.write("d.json", bad)).status == 2
    assert place.run("decide", "WREN", "--undo", "never").status == 2


def test_3_undecided_text_blocks(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    case = small_case(events=[{"id": "e1", "type": "protest", "account": "Then Peng Dashan spoke to them."}])
    place = make_vault(tmp_path, case)
    out = tmp_path / "x.pdf"
    ran = place.run("export", "WREN", "--out", out)
    assert (ran.status, out.exists()) == (3, False)
    assert "undecided" in ran.err
    assert "Peng" not in ran.err
    assert [row["text"] for row in place.run("candidates", "WREN", "--json").data] == ["Peng Dashan"]
    decided = place.write("d.json", json.dumps([{"text": "Peng Dashan", "as": "mask"}]))
    assert place.run("decide", "WREN", "--decisions", decided).status == 0
    assert place.run("candidates", "WREN", "--json").data == []
    assert place.run("export", "WREN", "--out", out).status == 0
    assert place.run("decide", "WREN", "--undo", "peng dashan").status == 0
    assert place.run("export", "WREN", "--out", tmp_path / "y.pdf").status == 3
    assert place.run("export", "WREN", "--out", tmp_path / "y.pdf", "--undecided", "mask").status == 0


def test_3_consent_blocks_and_a_refusal_cannot_be_overridden(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    refusal = {"id": "c1", "person": "p1", "purpose": "legal-representation", "recipient": "counsel",
               "identity": "none", "given_on": "2021-07-02"}  # fmt: skip
    place = make_vault(
        tmp_path,
        small_case("a.json", consents=[], case={"code": "A"}),
        small_case("b.json", consents=[refusal], case={"code": "B"}),
    )
    out = tmp_path / "x.pdf"
    blocked = place.run("export", "A", "--out", out).err
    assert "consent of p1 for this profile: missing (it takes a grant of legal-representation to counsel)" in blocked
    assert place.run("export", "A", "--out", out, "--override", "told by telephone").status == 0
    assert place.run("export", "A", "--out", tmp_path / "y.pdf", "--profile", "public", "--sign-off", "me",
                     "--override", "x").status == 3  # fmt: skip
    refused = place.run("export", "B", "--out", tmp_path / "z.pdf", "--override", "told by telephone")
    assert refused.status == 3
    assert not (tmp_path / "z.pdf").exists()


def test_3_the_public_profile_needs_a_sign_off(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    out = tmp_path / "x.pdf"
    assert "sign-off" in place.run("export", "WREN", "--out", out, "--profile", "public", "--undecided", "mask").err
    assert place.run("export", "WREN", "--out", out, "--profile", "public", "--sign-off", "A. Advocate").status == 0


def test_3_a_substitute_that_collides_blocks(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    people = [
        {"id": "p1", "roles": ["witness"], "names": [{"text": "Zhuo Ruilin"}],
         "disclose": {"as": "descriptor", "text": "Adebayo"}},
        {"id": "p2", "names": [{"text": "Oyelaran Adebayo"}]},
    ]  # fmt: skip
    place = make_vault(tmp_path, small_case(people=people))
    assert "reads as a name on record" in place.run("export", "WREN", "--out", tmp_path / "x.pdf").err


def test_4_a_name_in_the_file_name_is_refused(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    out = tmp_path / "Zhuo-Ruilin.pdf"
    ran = place.run("export", "WREN", "--out", out)
    assert (ran.status, out.exists()) == (4, False)
    assert "Zhuo" not in ran.err


def test_5_wrong_passphrase(place: Place) -> None:
    place.passphrase.write_text("wrong", "utf-8")
    assert place.run("list").status == 5


def test_6_damage_names_its_part(place: Place) -> None:
    for name in ("h0", "h1"):
        path = place.vault / name
        data = bytearray(path.read_bytes())
        data[40] ^= 1
        path.write_bytes(bytes(data))
    ran = place.run("list")
    assert ran.status == 6
    assert "header" in ran.err


def test_7_in_use_elsewhere(place: Place) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom app.storage.vault import Vault\n"
        f"with Vault.open(Path(sys.argv[1]), {PASSPHRASE!r}):\n    print('open', flush=True)\n    sys.stdin.readline()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(place.vault)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"open"
        assert place.run("list").status == 7
        holder.kill()
    assert place.run("list").status == 0  # a lock left by a dead process is no obstacle


@pytest.mark.parametrize(
    "names", [["Jan Novak", "May Will", "June Li", "April Hu"], ["Mark Case", "Paul English", "Guy Place", "Detention Li"]]
)
def test_people_named_like_words_of_the_report_do_not_stop_it(
    tmp_path: Path, small_case: Callable[..., Path], names: list[str]
) -> None:
    people = [{"id": "p1", "roles": ["witness"], "names": [{"text": "Zhuo Ruilin"}]}]
    people += [{"id": f"q{n}", "names": [{"text": name}]} for n, name in enumerate(names)]
    place = make_vault(tmp_path, small_case(people=people))
    assert place.run("export", "WREN", "--out", tmp_path / "x.pdf", "--undecided", "mask").status == 0


def test_the_recipient_may_be_somebody_on_record(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    assert place.run("export", "WREN", "--out", tmp_path / "x.pdf", "--recipient", "Oyelaran Adebayo").status == 0


def test_2_half_a_character_and_a_character_without_a_glyph(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    account = "Then he \U0001f600 laughed."
    place = make_vault(tmp_path, small_case(events=[{"id": "e1", "type": "protest", "account": account}]))
    half = place.write("d.json", '[{"text": "\\ud800", "as": "mask"}]')
    assert place.run("decide", "WREN", "--decisions", half).status == 2
    ran = place.run("export", "WREN", "--out", tmp_path / "x.pdf", "--undecided", "mask")
    assert (ran.status, (tmp_path / "x.pdf").exists()) == (2, False)
    assert "U+1F600" in ran.err


def test_3_an_earlier_date_brings_back_no_consent_that_has_run_out(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    grant = {
        "id": "c2", "person": "p1", "purpose": "press", "recipient": "press", "identity": "pseudonym",
        "given_on": "2021-07-02", "expires": "2022-01-01",
    }  # fmt: skip
    place = make_vault(tmp_path, small_case(consents=[grant]))
    out = tmp_path / "a.pdf"
    more = ("--profile", "public", "--sign-off", "A", "--undecided", "mask", "--out", out)
    ran = place.run("export", "WREN", *more, "--dated", "2021-12-01")
    assert ran.status == 3
    assert "consent of p1 for this profile: expired since 2021-12-01" in ran.err
    ran = place.run("export", "WREN", *more, "--dated", "2199-01-01")
    assert (ran.status, "lies ahead" in ran.err) == (2, True)
    assert not out.exists()

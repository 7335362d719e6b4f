"""What each command does: read its arguments, call a service, print the answer."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.cli_choices import choices, default_choices, exhibits
from app.errors import DAMAGED, UserError, bad_input
from app.services import export as exports
from app.services import intake, maintenance, session, ways
from app.services import redaction as reviewing
from app.services.detection import detect_json
from app.services.export import Exported, Release
from app.services.sample import make_demo
from app.services.values import Vault
from app.services.vaults import strength

LONGEST_PASSPHRASE = 65536
LARGEST_TEXT = 64 << 20
LARGEST_DECISIONS = 64 << 20
STANDARD_INPUT = Path("-")
UNSAID = "unsaid"


def demo(args: argparse.Namespace) -> int:
    made = make_demo(args.out)
    if args.json:
        kept = {} if made.kept is None else {"kept": str(made.kept)}
        _print_json({"vault": str(made.vault), "passphrase": made.passphrase, "pdfs": [str(pdf) for pdf in made.pdfs], **kept})
    else:
        if made.kept is not None:
            say(f"kept        {made.kept}, in which somebody had worked")
        say(f"vault       {made.vault}")
        say(f"passphrase  {made.passphrase}")
        for pdf in made.pdfs:
            say(f"pdf         {pdf}")
    if args.open:
        maintenance.show(made.pdfs)
    return 0


def init(args: argparse.Namespace) -> int:
    words = passphrase(args, new=True)
    author = args.author
    if author is None:
        author = ask("Your name, for the history of every change: ").strip() if sys.stdin.isatty() else ""
    session.create_vault(args.vault, words, author or "advocate", args.kdf_memory, key_file(args))
    weak = weakness(words)
    answer(args, {"vault": str(args.vault), **weak}, "\n".join([f"made {args.vault}", *weak.values()]))
    return 0


def import_case(args: argparse.Namespace) -> int:
    present(args.casefile, "the case file")
    with open_vault(args) as vault:
        summary = intake.import_case(vault, args.casefile)
    answer(args, {"code": summary.code, "id": summary.id}, f"stored {summary.code}")
    return 0


def export_case(args: argparse.Namespace) -> int:
    with open_vault(args) as vault:
        if args.plaintext:
            written = intake.export_case_plain(vault, args.case, args.out)
        else:
            written = intake.export_case_sealed(vault, args.case, args.out, args.to)
    answer(args, {"files": [str(path) for path in written]}, "\n".join(f"wrote {path}" for path in written))
    return 0


def list_cases(args: argparse.Namespace) -> int:
    with open_vault(args) as vault:
        cases = intake.list_cases(vault)
    rows = [
        {
            "code": case.code, "id": case.id, "opened": case.opened, "changed_at": case.changed_at,
            "entries": case.entries, "size": case.size, "damaged": case.damaged,
        }
        for case in cases
    ]  # fmt: skip
    words = [f"{row['code'] or '(damaged)'}\t{row['entries']} entries\tchanged {row['changed_at']}" for row in rows]
    answer(args, rows, "\n".join(words) if words else "no cases yet")
    return 0


def search(args: argparse.Namespace) -> int:
    rows = []
    unread = []
    found = False
    with open_vault(args) as vault:
        for hit in intake.search(vault, args.words):
            row = {"code": hit.case_code, "where": hit.where, "text": hit.snippet}
            if hit.damaged:
                unread.append(hit.case_code)
                continue
            found = True
            if args.json:
                rows.append(row)
            else:
                say(f"{row['code']}\t{row['where']}\t{_one_line(row['text'])}", flush=True)
    if args.json:
        _print_json(rows)
    elif not found and not unread:
        say("nothing found")
    if unread:
        raise UserError("damaged", DAMAGED, f"{len(unread)} cases are damaged and were not searched; run verify")
    return 0


def candidates(args: argparse.Namespace) -> int:
    with OpenCase(args) as store:
        questions = reviewing.candidates(store, args.profile, choices(args))
    rows = [{"text": q.text, "where": q.where, "start": q.start, "end": q.end, "kind": q.kind} for q in questions]
    words = [f"{row['where']}\t{row['start']}\t{row['kind']}\t{_one_line(str(row['text']))}" for row in rows]
    answer(args, rows, "\n".join(words) if words else "nothing to decide")
    return 0


def decide(args: argparse.Namespace) -> int:
    given = None if args.undo is not None else json_file(args.decisions, "the file of decisions", "nothing was decided")
    with OpenCase(args) as store:
        if args.undo is not None:
            taken = reviewing.undo(store, args.undo)
            answer(args, {"undone": taken}, f"{taken} taken back")
        else:
            added = reviewing.decide(store, given)
            answer(args, {"decided": added}, f"{added} decided")
    return 0


def export(args: argparse.Namespace) -> int:
    password = secret_file(args.password_file, "the password file") if args.password_file else None
    beside = {kind: path for kind, path in (("csv", args.csv), ("case-file", args.case_file)) if path is not None}
    release = Release(args.out, args.profile, args.sign_off, args.override, password, beside)
    chosen = replace(choices(args, args.recipient, args.undecided == "mask"), exhibits=exhibits(args))
    with open_vault(args) as vault:
        done = exports.export_pdf(vault, args.case, chosen, release)
    _print_export(args, done)
    return 0


def check(args: argparse.Namespace) -> int:
    present(args.pdf, "the PDF")
    with open_vault(args) as vault:
        choices = replace(default_choices(args.profile), language="")
        exports.check_pdf(vault, args.case, args.pdf, args.profile, choices)
    answer(args, {"passed": True}, "passed")
    return 0


def detect(args: argparse.Namespace) -> int:
    data = sys.stdin.buffer.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        raise bad_input("too-large", "the text is larger than 64 MB")
    for line in detect_json(data, args.lang, lines=args.jsonl):
        say(line)
    return 0


def self_test(args: argparse.Namespace) -> int:
    maintenance.self_test()
    answer(args, {"passed": True}, "passed")
    return 0


# -- arguments to values -------------------------------------------------------------------------------------------------


def open_vault(args: argparse.Namespace) -> AbstractContextManager[Vault]:
    """The vault that the arguments name, opened by passphrase, or by what stands on recovery sheets."""
    if getattr(args, "recovery_file", None) is None:
        return session.open_vault(args.vault, passphrase(args), key_file(args))
    secret = ways.read_recovery(secret_file(args.recovery_file, "the recovery file"))
    try:
        return session.open_unlocked(args.vault, ways.unlock_by_recovery(args.vault, secret))
    finally:
        secret[:] = bytes(len(secret))


class OpenCase:
    """The vault and the case that the arguments name, both open."""

    def __init__(self, args: argparse.Namespace) -> None:
        self._vault = open_vault(args)
        self._name = args.case

    def __enter__(self) -> Any:
        vault = self._vault.__enter__()
        try:
            self._case = session.open_case(vault, self._name)
            return self._case.__enter__()
        except BaseException:
            if not self._vault.__exit__(*sys.exc_info()):
                raise
            return None

    def __exit__(self, *error: Any) -> bool | None:
        try:
            self._case.__exit__(*error)
        finally:
            self._vault.__exit__(*error)
        return None


def passphrase(args: argparse.Namespace, new: bool = False) -> str:
    """The passphrase, from its file or asked for once."""
    if getattr(args, "passphrase", None) is not None:
        return str(args.passphrase)
    if args.passphrase_file is not None:
        return secret_file(args.passphrase_file, "the passphrase file")
    if not sys.stdin.isatty():
        raise bad_input("no-passphrase", "there is no terminal to ask for the passphrase: use --passphrase-file")
    typed = ask("Passphrase: ", hidden=True)
    if new and ask("Once more: ", hidden=True) != typed:
        raise bad_input("not-the-same", "the two passphrases are not the same; nothing was made")
    return typed


def ask(words: str, *, hidden: bool = False) -> str:
    """What is typed at the terminal; asked on standard error, where it mixes with no answer."""
    try:
        if hidden:
            return getpass.getpass(words)
        print(words, end="", file=sys.stderr, flush=True)
        typed = sys.stdin.readline()
    except EOFError:
        typed = ""
    if not typed:
        raise bad_input("not-asked", "nothing was typed; nothing was done")
    return typed.rstrip("\n")


def weakness(words: str) -> dict[str, str]:
    """What is to be said of a new passphrase that can be guessed, under ``warning``; nothing of another."""
    if not strength(words).weak:
        return {}
    return {"warning": "this passphrase can be guessed by who takes the vault; choose six or more unrelated words instead"}


def present(path: Path, what: str) -> Path:
    """The path of a file, if it is there; the error says which file is missing and never what it is called."""
    with session.told():
        if path != STANDARD_INPUT and not path.exists():
            raise bad_input("file", f"{what} does not exist; nothing was done")
    return path


def secret_file(path: Path, what: str) -> str:
    """A secret on its own in a file, without its final line end; ``what`` names the file in an error.

    Nor does a byte order mark belong to it, which some editors put there unasked: nobody could ever type it.
    """
    present(path, what)
    with session.told():
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(LONGEST_PASSPHRASE + 1)
        else:
            with path.open("rb") as stream:
                data = stream.read(LONGEST_PASSPHRASE + 1)
    if len(data) > LONGEST_PASSPHRASE:
        raise bad_input("too-long", f"{what} is longer than 64 kB")
    if data.endswith(b"\n"):
        data = data[:-2] if data.endswith(b"\r\n") else data[:-1]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise bad_input("not-utf-8", f"{what} is not UTF-8") from None
    if not text:
        raise bad_input("empty", f"{what} is empty")
    return text


def key_file(args: argparse.Namespace, path: Path | None = None) -> bytes | None:
    """The content of a key file: that of ``path``, else the one that the arguments name, if any."""
    path = args.key_file if path is None else path
    if path is None:
        return None
    with session.told(), present(path, "the key file").open("rb") as stream:
        data: bytes = stream.read(LONGEST_PASSPHRASE + 1)
    if not data or len(data) > LONGEST_PASSPHRASE:
        raise bad_input("bad-key-file", "the key file is empty or longer than 64 kB")
    return data


def json_file(path: Path, what: str, then: str) -> object:
    """What a JSON file says; ``what`` names it in an error, ``then`` what did not come of it."""
    present(path, what)
    with session.told():
        stream = sys.stdin.buffer if path == STANDARD_INPUT else path.open("rb")
        with stream:
            data = stream.read(LARGEST_DECISIONS + 1)
    if len(data) > LARGEST_DECISIONS:
        raise bad_input("too-large", f"{what} is larger than 64 MB; {then}")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise bad_input("bad-json", f"{what} is not JSON in UTF-8; {then}") from None


# -- values to words -----------------------------------------------------------------------------------------------------


def _print_export(args: argparse.Namespace, done: Exported) -> None:
    combinations = [
        {"who": c.who, "parts": list(c.parts), "blur": c.blur, "recognised_by": list(c.recognised_by)} for c in done.mosaic
    ]
    if args.json:
        _print_json(
            {
                "pdf": str(done.path), "sha256": done.sha256, "pages": done.pages, "profile": done.profile,
                "beside": [str(path) for path in done.beside], "mosaic": combinations, "exhibit_pages": done.pictures,
            }
        )  # fmt: skip
        return
    say(f"wrote {done.path} ({done.pages} pages, checked)")
    if done.pictures:
        say(f"{done.pictures} pages of exhibits in it are pictures: the check cannot read them, whoever prepared them did")
    for path in done.beside:
        say(f"wrote {path} (checked)")
    for combination in done.mosaic:
        say(f"mosaic: {combination.who}: {_one_line('; '.join(combination.parts))} (would blur it: {combination.blur})")


def answer(args: argparse.Namespace, data: object, words: str) -> None:
    """Print what was done, as words or as data."""
    if args.json:
        _print_json(data)
    else:
        say(words)


def say(words: str = "", *, end: str = "\n", flush: bool = False) -> None:
    """Print a line of the answer. Raises ``UserError`` where standard output takes no more."""
    try:
        print(words, end=end, flush=flush)
    except BrokenPipeError:  # whoever reads it has read enough
        raise
    except OSError:
        raise bad_input(UNSAID, "the answer could not be written; what was to be done is done") from None


def _print_json(data: object) -> None:
    say(json.dumps(data, ensure_ascii=False))


def _one_line(text: str | Iterable[str]) -> str:
    return " ".join(str(text).split())

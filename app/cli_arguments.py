"""The words of the command line: every command, its options, and which function runs it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from app import cli_commands as run
from app import cli_exhibit as exhibits
from app import cli_papers as papers
from app import cli_vault as keep
from app import cli_ways as ways
from app.errors import BAD_INPUT, UserError
from app.redaction.disclosed import PAPERS, SECTIONS
from app.redaction.words import languages

VERSION = "0.1.0"

#: An option as ours are written; a name that was typed after dashes by mistake is no match.
_OPTION = re.compile(r"--[a-z][a-z-]*(?==|\Z)")


class _Parser(argparse.ArgumentParser):
    """argparse, but with one line and our own status for what is wrong."""

    def error(self, message: str) -> NoReturn:
        raise UserError("usage", BAD_INPUT, f"{_without_values(message)}; see {self.prog} --help")


def _without_values(message: str) -> str:
    """argparse repeats what was typed, which may be a name: keep only what it says about it."""
    if message.startswith("ambiguous option"):
        return "ambiguous option"
    head, _, tail = message.partition(": ")
    if head.startswith("argument ") and tail.startswith(("invalid choice", "invalid")):
        return f"{head}: not one of the values it takes"
    return message


def _unknown(left: Sequence[str]) -> str:
    """Which options are none of the command's, without their values; what is no option is not repeated at all."""
    options = dict.fromkeys(found[0] for text in left if (found := _OPTION.match(text)))
    return f"there is no option {', '.join(options)} here" if options else "there is a word too many"


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line. Raises ``UserError`` with status 2."""
    parser = _parser()
    arguments, left = parser.parse_known_args(argv)
    if left:
        raise UserError("usage", BAD_INPUT, f"{_unknown(left)}; see {parser.prog} {arguments.command} --help")
    for value in vars(arguments).values():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and any("\ud800" <= char <= "\udfff" for char in text):
                raise UserError("usage", BAD_INPUT, "an argument is not UTF-8; nothing was done")
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="affiant",
        description="Secure witness intake: encrypted case files in, redacted PDF summaries out.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"affiant {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)

    demo = _command(commands, "demo", run.demo, "the sample case: vault, import, exports; asks for nothing")
    demo.add_argument("--out", type=Path, default=Path("affiant-demo"), metavar="DIR", help="where to put it all")
    demo.add_argument("--open", action="store_true", help="show the PDFs afterwards")

    init = _vault_command(commands, "init", run.init, "make a new, empty vault")
    init.add_argument("--author", metavar="NAME", help="who is named in the history of every change")
    init.add_argument("--kdf-memory", type=int, metavar="MiB", help="memory the passphrase costs (256; 64 at least)")

    importing = _vault_command(commands, "import", keep.import_case, "store a case file; refused whole if it is bad")
    importing.add_argument("casefile", type=Path, metavar="CASEFILE")
    importing.add_argument(
        "--identity-file", type=Path, metavar="F", help="of age: the file is sealed, an archive or an export"
    )

    exporting = _case_command(commands, "export-case", run.export_case, "the whole case, with all names, and its documents")
    exporting.add_argument("--out", type=Path, required=True, metavar="FILE")
    how = exporting.add_mutually_exclusive_group(required=True)
    how.add_argument("--to", action="append", metavar="AGE-RECIPIENT", help="seal to an age public key; may be repeated")
    how.add_argument("--plaintext", action="store_true", help="write it readable for anybody")

    _vault_command(commands, "list", run.list_cases, "the cases of a vault")

    search = _vault_command(commands, "search", run.search, "where words stand, in all cases")
    search.add_argument("words", nargs="+", metavar="WORDS")

    candidates = _case_command(commands, "candidates", run.candidates, "exactly what an export would ask")
    _choices(candidates)
    _extent(candidates)

    decide = _case_command(commands, "decide", run.decide, "answer what an export asks")
    answer = decide.add_mutually_exclusive_group(required=True)
    answer.add_argument("--decisions", type=Path, metavar="FILE", help="a JSON list; - for standard input")
    answer.add_argument("--undo", metavar="TEXT", help="take back what was decided about a text")

    export = _case_command(commands, "export", run.export, "a redacted PDF")
    _choices(export)
    _extent(export)
    export.add_argument("--out", type=Path, required=True, metavar="X.pdf")
    export.add_argument("--csv", type=Path, metavar="X.csv", help="the redacted events as a table too, for spreadsheets")
    export.add_argument("--case-file", type=Path, metavar="X.json", help="the redacted case as a case file too")
    export.add_argument("--recipient", metavar="NAME", help="who it is for: journaled, printed for counsel")
    export.add_argument("--undecided", choices=("block", "mask"), default="block", help="what to do with open questions")
    export.add_argument("--sign-off", metavar="NAME", help="who has read the mosaic list")
    export.add_argument("--override", metavar="REASON", help="stand in for a missing grant, for counsel only; journaled")
    export.add_argument("--password-file", type=Path, metavar="F", help="encrypt the checked PDF (AES-256)")
    export.add_argument(
        "--exhibits",
        default="none",
        metavar="all|none|ID,…",
        help="documents whose pages are shown, as prepared; none if left out",
    )

    exhibit = _case_command(commands, "exhibit", exhibits.prepare, "which pages of a document may be shown, with which boxes")
    exhibit.add_argument("document", metavar="DOC", help="the id of a document")
    exhibit.add_argument("--boxes", type=Path, metavar="FILE", help="pages and boxes as JSON, - for standard input")
    exhibit.add_argument("--profile", default="counsel", metavar="P", help="for whom boxes are proposed")

    declaration = _case_command(commands, "declaration", papers.declare, "a draft declaration (28 U.S.C. 1746), as a PDF")
    declaration.add_argument("--out", type=Path, required=True, metavar="X.pdf")
    _declaration(declaration)

    packet = _case_command(commands, "packet", papers.make_packet, "what counsel is to have of a case, in one sealed file")
    packet.add_argument("--out", type=Path, required=True, metavar="FILE")
    _packet(packet)

    opening = _command(commands, "unpack", papers.unpack, "open a packet into a new folder; no vault needed")
    opening.add_argument("packet", type=Path, metavar="FILE")
    opening.add_argument("--out", type=Path, required=True, metavar="DIR", help="a folder that does not exist yet")
    opening.add_argument("--identity-file", type=Path, metavar="F", help="of age, if it was sealed to a public key")
    opening.add_argument("--passphrase-file", type=Path, metavar="F", help="- for standard input")

    paper = _command(commands, "paper", papers.print_paper, "paper for an interview without a computer; no vault needed")
    _paper(paper)

    check = _command(commands, "check", run.check, "hold any PDF against a case")
    check.add_argument("pdf", type=Path, metavar="X.pdf")
    check.add_argument("--vault", type=Path, required=True, metavar="VAULT")
    check.add_argument("--case", required=True, metavar="CASE")
    check.add_argument("--profile", default="counsel", metavar="P")
    _keys(check)

    detect = _command(commands, "detect", run.detect, "what in a text may identify somebody; no vault needed")
    detect.add_argument("--lang", metavar="L", help="BCP 47, such as en or zh-Hans")
    detect.add_argument("--jsonl", action="store_true", help='{"id", "text", "lang"} a line in, {"id", "spans"} a line out')

    changing = _vault_command(commands, "passphrase", ways.change_passphrase, "change the passphrase")
    changing.add_argument("--new-passphrase-file", type=Path, required=True, metavar="F", help="- for standard input")

    key_file = _vault_command(commands, "key-file", ways.change_key_file, "let a key file go with the passphrase, or no more")
    which = key_file.add_mutually_exclusive_group(required=True)
    which.add_argument("--add", type=Path, metavar="F", help="from now on this file is needed too")
    which.add_argument("--remove", action="store_true", help="from now on the passphrase is enough")

    recovery = _vault_command(commands, "recovery", ways.print_recovery, "new recovery sheets; older open only older backups")
    recovery.add_argument("--out", type=Path, required=True, metavar="X.pdf")
    recovery.add_argument("--whole", action="store_true", help="one sheet that opens alone, instead of three of which two do")

    backup = _vault_command(commands, "backup", keep.backup, "the whole vault as one file, sealed to the recovery sheets")
    backup.add_argument("dest", type=Path, metavar="DEST", help="a file, or a folder in which it gets a name of its own")
    backup.add_argument("--keep", type=int, metavar="N", help="remove all but the newest N backups of this vault there")

    restore = _command(commands, "restore", keep.restore, "a whole vault out of a backup, checked before it appears")
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("vault", type=Path, metavar="VAULT", help="where nothing is, or an empty folder")
    restore.add_argument("--recovery-file", type=Path, required=True, metavar="F", help="what stands on the recovery sheets")

    shred = _case_command(commands, "shred", keep.shred, "take a case away for good")
    shred.add_argument("--damaged", action="store_true", help="though it cannot be read, and nobody sees whether it is held")

    shred.add_argument("--yes", action="store_true", help="do not ask; needed where no terminal can be asked")

    archive = _case_command(
        commands, "archive", keep.archive, "a case out of the vault, with its history, into one sealed file"
    )
    archive.add_argument("--to", action="append", required=True, metavar="AGE-RECIPIENT", help="may be repeated")
    archive.add_argument("--out", type=Path, required=True, metavar="FILE")

    erase = _case_command(commands, "erase", keep.erase, "blank the words of one row of a case's history")
    erase.add_argument("sequence", type=int, metavar="SEQUENCE", help="the number of the row")
    erase.add_argument("--reason", required=True, metavar="R", help="stays on record")

    verify = _vault_command(commands, "verify", keep.verify, "check every page, chain, signature and document")
    verify.add_argument("--receipt", type=Path, metavar="FILE", help="where every case stands, to keep apart; *.pdf to print")
    verify.add_argument("--against", type=Path, metavar="RECEIPT", help="hold the vault against a receipt, or one typed in")

    lock = _command(commands, "lock", keep.lock, "have the window lock a vault now; needs no passphrase")
    lock.add_argument("vault", type=Path, metavar="VAULT")
    _command(commands, "self-test", run.self_test, "check the cryptography of this program on this machine")
    return parser


def _command(commands: Any, name: str, function: Any, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
    parser.set_defaults(run=function)
    parser.add_argument("--json", action="store_true", help="machine-readable output")
    return parser


def _vault_command(commands: Any, name: str, function: Any, words: str) -> argparse.ArgumentParser:
    parser = _command(commands, name, function, words)
    parser.add_argument("vault", type=Path, metavar="VAULT")
    _keys(parser)
    return parser


def _case_command(commands: Any, name: str, function: Any, words: str) -> argparse.ArgumentParser:
    parser = _vault_command(commands, name, function, words)
    parser.add_argument("case", metavar="CASE", help="code or id")
    return parser


def _packet(parser: argparse.ArgumentParser) -> None:
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--to", action="append", metavar="AGE-RECIPIENT", help="seal to an age public key; may be repeated")
    how.add_argument("--to-passphrase-file", type=Path, metavar="F", help="seal under a passphrase; tell it by another way")
    parser.add_argument("--parts", default="coded,identified,key,declaration", metavar="coded,identified,key,declaration")
    parser.add_argument("--originals", default="", metavar="all|ID,…", help="documents as they are held; none if left out")
    parser.add_argument("--declaration-from", metavar="ID", help="from which testimony, where several are confirmed")
    _wording(parser)
    _choices(parser, profile=False)
    parser.set_defaults(profile="counsel")
    parser.add_argument("--recipient", metavar="NAME", help="who it is for: journaled, printed")
    parser.add_argument("--undecided", choices=("block", "mask"), default="block", help="what to do with open questions")
    parser.add_argument("--override", metavar="REASON", help="stand in for a missing grant in the coded copy; journaled")


def _paper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a folder, which may be new")
    parser.add_argument("--lang", default="en", metavar="L", help="the client's language: en (default) or zh-Hans")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    parser.add_argument("--cards", default="usual", metavar="usual|all|none|PURPOSE:RECIPIENT,…", help="consent cards")
    parser.add_argument("--guides", default="all", metavar="all|none|KEY,…", help="question guides, by record type")
    parser.add_argument("--sheets", type=int, default=8, metavar="N", help="numbered sheets to write on (8); 0: no key either")
    parser.add_argument("--vault", type=Path, metavar="VAULT", help="with --case: keep the code in the history of that case")
    parser.add_argument("--case", metavar="CASE", help="code or id")
    _keys(parser)


def _wording(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--within-us", dest="wording", action="store_const", const="within", default="both", help="signed in the United States"
    )
    where.add_argument("--outside-us", dest="wording", action="store_const", const="outside", help="signed elsewhere")


def _declaration(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--testimony", metavar="ID", help="from which testimony; may be left out where one is confirmed")
    parser.add_argument(
        "--identified", action="store_true", help="for filing: whoever agreed to be named to a court stands by name"
    )
    parser.add_argument("--profile", choices=("counsel", "court"), default="counsel", help="for whom names are withheld")
    _wording(parser)
    parser.add_argument("--original", action="store_true", help="with the testimony in its own language behind it")
    parser.add_argument("--undecided", choices=("block", "mask"), default="block", help="what to do with open questions")
    parser.add_argument("--recipient", metavar="NAME", help="who it is for: journaled")
    parser.add_argument("--dated", metavar="DATE", help="the day on which consent must hold; today if left out")


def _keys(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--passphrase-file", type=Path, metavar="F", help="- for standard input; else it is asked for")
    parser.add_argument("--key-file", type=Path, metavar="F")
    parser.add_argument("--recovery-file", type=Path, metavar="F", help="open by what stands on the recovery sheets instead")


def _choices(parser: argparse.ArgumentParser, *, profile: bool = True) -> None:
    if profile:
        parser.add_argument("--profile", default="counsel", metavar="P", help="counsel (default), court, partner, public, ccf")
    parser.add_argument("--testimonies", metavar="confirmed|all|none|ID,…")
    parser.add_argument("--include", default="", metavar="asylum,representation,sensitive,notes,discrepancies")
    parser.add_argument("--dated", metavar="DATE", help="the date printed, such as 2021-07-10; today if left out")


def _extent(parser: argparse.ArgumentParser) -> None:
    """How much of the case the report holds, and on what it is printed. What is left out leaves no gap."""
    parser.add_argument("--events", metavar="all|ID,…", help="only these events; all if left out")
    parser.add_argument("--documents", metavar="all|none|ID,…", help="only these documents; all if left out")
    parser.add_argument("--sections", metavar="all|SECTION,…", help=f"of {', '.join(SECTIONS)}; all if left out")
    parser.add_argument("--paper", choices=PAPERS, default="letter", help="letter (default) or a4")
    parser.add_argument("--lang", choices=languages(), help="the language of the report; by the case if left out")

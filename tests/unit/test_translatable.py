"""Every word of the window goes through Qt's translation, as a whole sentence that a translator can read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: What shows a text to a person, and the place of the text among its arguments.
SHOWS = {
    "words": 0, "said": 0, "KeyButton": 1, "Tick": 1, "FieldRow": 1, "LineField": 0, "TextArea": 1, "Choice": 1,
    "setText": 0, "setPlaceholderText": 0, "setAccessibleName": 0, "setToolTip": 0, "set_words": 0, "setWindowTitle": 0,
}  # fmt: skip
#: Names that are the same in every language.
NAMES = {"Affiant", "A−", "A+"}
#: Attributes that hold a translated template given by the page.
TEMPLATES = {"_new_words"}
_MARKUP = re.compile(r"<[^>]*>?|[^<]*>")
_WORD = re.compile(r"[A-Za-z]{2}")


def calls() -> Iterator[tuple[Path, ast.Call, str]]:
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                yield path, node, name


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"  # type: ignore[attr-defined]


def test_what_is_translated_is_a_plain_text_of_the_program() -> None:
    wrong = []
    for path, node, name in calls():
        if name == "tr" or (name == "translate" and len(node.args) > 1):  # a str has a translate of its own, with one
            texts = node.args[:1] if name == "tr" else node.args[:2]
            if not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts):
                wrong.append(place(path, node))
    assert wrong == []


def test_no_text_is_shown_that_a_translator_never_sees() -> None:
    wrong = []
    for path, node, name in calls():
        at = SHOWS.get(name)
        if at is None or len(node.args) <= at:
            continue
        text = node.args[at]
        if (
            isinstance(text, ast.Constant)
            and isinstance(text.value, str)
            and text.value not in NAMES
            and _WORD.search(text.value)
        ):
            wrong.append(place(path, node))
        if isinstance(text, ast.JoinedStr) and any(
            isinstance(part, ast.Constant) and _WORD.search(_MARKUP.sub("", str(part.value))) for part in text.values
        ):
            wrong.append(place(path, node))
    assert wrong == []


def test_only_texts_of_the_program_are_templates() -> None:
    """``"{0}".format(name)`` is safe, ``name.format(…)`` is not: a name may hold braces."""
    wrong = []
    for path, node, name in calls():
        if name != "format" or not isinstance(node.func, ast.Attribute):
            continue
        template = node.func.value
        called = template.func if isinstance(template, ast.Call) else None
        named = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        constant = isinstance(template, ast.Constant) or getattr(template, "attr", "") in TEMPLATES
        from_table = isinstance(template, ast.Subscript | ast.Name)  # a table of translated templates of the same file
        if not constant and named not in ("tr", "translate", "get") and not from_table:
            wrong.append(place(path, node))
    assert wrong == []

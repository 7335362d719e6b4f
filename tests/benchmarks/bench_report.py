"""The report against reportlab drawing the same text unchecked: pages a second, whole and by stage.

    python -m tests.benchmarks.bench_report

Stages: disclose (from the case to what may be read), draw, check. Prints ratios of one run, each stage at its best of three.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from typing import TypeVar

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from app.redaction.common import is_common
from app.report.check import Expected, Protected, check
from app.report.render import render
from tests.redacting import case_of, look

SENTENCES = (
    "They came for me on a morning in May, at about six, four men, and two of them wore a uniform. They showed me no paper. "
    "I asked them who had sent them and they did not say. We drove for an hour along the river, past the mill and the school. "
    "The room was on the third floor and the curtains had been nailed shut. Nobody told me a charge, then or on any day after. "
)
PARAGRAPHS = 600
T = TypeVar("T")


def best(stage: Callable[[], T], times: int = 3) -> tuple[float, T]:
    """The shortest of some runs of a stage in seconds, and what it gave."""
    shortest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        given = stage()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest, given


def plain_reportlab(paragraphs: list[str]) -> None:
    style = getSampleStyleSheet()["BodyText"]
    SimpleDocTemplate(io.BytesIO()).build([Paragraph(text, style) for text in paragraphs])


def main() -> None:
    paragraphs = [f"{number}. {SENTENCES}{SENTENCES}" for number in range(1, PARAGRAPHS + 1)]
    people = [{"id": f"p{n}", "names": [{"text": f"Shen Guo{n}wei"}], "roles": ["witness"]} for n in range(20)]
    testimony = {"id": "t1", "person": "p0", "lang": "en", "text": "\n\n".join(paragraphs), "status": "confirmed"}
    case = case_of({"people": people, "events": [], "testimonies": [testimony]})

    disclosing, disclosure = best(lambda: look(case), 2)
    drawing, rendered = best(lambda: render(disclosure.view))
    protected = Protected(disclosure.protected, (*disclosure.allowed, *rendered.fixed_phrases))
    expected = Expected(rendered.expected, frozenset())
    checking, reasons = best(lambda: check(rendered.data, protected, "x.pdf", is_common, expected))
    reference, _ = best(lambda: plain_reportlab(paragraphs))

    pages, whole = rendered.pages, disclosing + drawing + checking
    print(f"{pages} pages, {len(disclosure.questions)} questions, the check finds {len(reasons)} reasons")
    for stage, seconds in (("disclose", disclosing), ("draw", drawing), ("check", checking), ("whole", whole)):
        print(
            f"  {stage:10} {pages / seconds:7.0f} pages/s, {seconds / reference:5.2f} of plain reportlab drawing the same text"
        )
    print(f"  the check is {checking / drawing:.2f} of the drawing")


if __name__ == "__main__":
    main()

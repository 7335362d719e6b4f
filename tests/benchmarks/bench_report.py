"""The report against reportlab drawing the same text unchecked: pages a second, by stage.

    python -m tests.benchmarks.bench_report

Prints ratios of one run.
"""

from __future__ import annotations

import io
import time

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from app.redaction.common import is_common
from app.redaction.disclosed import Disclosed, DisclosedParagraph, DisclosedTestimony
from app.report.check import Expected, Protected, check
from app.report.render import render
from tests.redacting import case_of, look

SENTENCES = (
    "They came for me on a morning in May, at about six, four men, and two of them wore a uniform. They showed me no paper. "
    "I asked them who had sent them and they did not say. We drove for an hour along the river, past the mill and the school. "
    "The room was on the third floor and the curtains had been nailed shut. Nobody told me a charge, then or on any day after. "
)


def main() -> None:
    paragraphs = tuple(f"{number}. {SENTENCES}{SENTENCES}" for number in range(1, 601))
    testimony = DisclosedTestimony(
        1, "[Witness]", "en", "confirmed", None, None, tuple(DisclosedParagraph(n, t) for n, t in enumerate(paragraphs, 1))
    )
    view = Disclosed("counsel", "en", "12 July 2021", "work-product", "Names are withheld.", testimonies=(testimony,))
    render(view)  # faces are read once in a program's life
    start = time.perf_counter()
    rendered = render(view)
    drawing = time.perf_counter() - start

    style = getSampleStyleSheet()["BodyText"]
    start = time.perf_counter()
    plain = io.BytesIO()
    SimpleDocTemplate(plain).build([Paragraph(text, style) for text in paragraphs])
    reference = time.perf_counter() - start

    people = [{"id": f"p{n}", "names": [{"text": f"Shen Guo{n}wei"}], "roles": ["witness"]} for n in range(20)]
    disclosure = look(case_of({"people": people, "events": []}))
    protected = Protected(disclosure.protected, (*disclosure.allowed, *rendered.fixed_phrases))
    start = time.perf_counter()
    reasons = check(rendered.data, protected, "x.pdf", is_common, Expected(rendered.expected, frozenset()))
    checking = time.perf_counter() - start

    pages = rendered.pages
    print(f"{pages} pages, the check finds {len(reasons)} reasons")
    print(f"  drawing        {pages / drawing:7.0f} pages/s")
    print(f"  checking       {pages / checking:7.0f} pages/s, {checking / drawing:.2f} of the drawing")
    print(f"  both           {pages / (drawing + checking):7.0f} pages/s")
    print(f"  plain reportlab, the same text: {reference / drawing:.2f} of the drawing's time")


if __name__ == "__main__":
    main()

"""pdfminer's interpreter for page content of our own making, fed by our own strict tokens.

pdfminer spends nine tenths of its time on cutting content into tokens byte by byte. ``check_lex`` does that in one
regular expression and forgives nothing, so for our own exports it stands before pdfminer's operators, fonts and
ToUnicode maps. Files that others made are read by pdfminer alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdftypes import stream_value
from pdfminer.psparser import LIT
from pdfminer.utils import Matrix

from app.report.check_lex import content_tokens, name_text, string_bytes
from app.report.check_values import Gathered

# What moves, sets or shows text, with the number of operands; everything else draws no letter.
_OPERATORS = {
    b"q": ("q", 0), b"Q": ("Q", 0), b"cm": ("cm", 6), b"BT": ("BT", 0), b"ET": ("ET", 0), b"Tc": ("Tc", 1),
    b"Tw": ("Tw", 1), b"Tz": ("Tz", 1), b"TL": ("TL", 1), b"Tf": ("Tf", 2), b"Tr": ("Tr", 1), b"Ts": ("Ts", 1),
    b"Td": ("Td", 2), b"TD": ("TD", 2), b"Tm": ("Tm", 6), b"T*": ("T_a", 0), b"Tj": ("Tj", 1), b"TJ": ("TJ", 1),
    b"'": ("_q", 1), b'"': ("_w", 3),
}  # fmt: skip


class StrictInterpreter(PDFPageInterpreter):
    """Runs the text operators of a page. Raises ``Undecided`` for content that is no strict PDF syntax."""

    def __init__(self, manager: PDFResourceManager, device: PDFDevice, home: Gathered) -> None:
        """``home`` holds the tokens of content that was read before."""
        super().__init__(manager, device)
        self._home = home
        self._actions: dict[bytes, tuple[Callable[..., None], int]] = {
            token: (getattr(self, f"do_{name}"), count) for token, (name, count) in _OPERATORS.items()
        }

    def execute(self, streams: Any) -> None:
        """Called by pdfminer with the content streams of a page."""
        data = b"\n".join(stream_value(stream).get_data() for stream in streams)
        actions = self._actions
        operands: list[Any] = []
        array: list[Any] | None = None
        content = self._home.tokens_of(data, content_tokens)
        shown, lines = iter(content.shown), iter(content.lines)
        for kind, token in content.tokens:
            if kind == "line":
                line = next(lines)
                # BT and Tm: what the one resets the other sets.
                self.textstate.matrix, self.textstate.linematrix = line.matrix, (0, 0)
                self.do_Tf(LIT(line.font), line.size)
                self.do_TJ(line.shown.items)
                operands.clear()
            elif kind == "word":
                action, count = actions.get(token, (None, 0))
                if action is not None:
                    action(*operands[len(operands) - count :])
                operands.clear()
            elif kind == "shown":
                (operands if array is None else array).append(next(shown).items)
            elif kind == "numbers":
                (operands if array is None else array).extend(map(float, token.split()))
            elif kind == "array":
                if token == b"[":
                    array = []
                else:
                    operands.append(array)
                    array = None
            elif kind != "comment":
                (operands if array is None else array).append(_value(kind, token))

    def get_current_state(self) -> tuple[Matrix, PDFTextState, PDFGraphicState]:
        """As pdfminer's, without a copy of the colours and lines, which no operator here ever changes."""
        return self.ctm, self.textstate.copy(), self.graphicstate

    def do_TJ(self, seq: Any) -> None:
        """As pdfminer's, without that copy."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, seq, self.graphicstate.ncs, self.graphicstate)


def _value(kind: str, token: bytes) -> Any:
    if kind == "number":
        return float(token)
    if kind in ("run", "string", "hex"):
        return string_bytes(token)
    return LIT(name_text(token)) if kind == "name" else token

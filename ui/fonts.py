"""The fonts that come with the program: a sans for what the program says, a serif for what was said.

They are read from the program's own files into memory; nothing is installed. Families stand Latin first, so that every
script falls back to a face that has it; Tibetan has its own, or its stacks would be cut off.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from app.paths import resource

_FILES = (
    "Inter_400Regular.ttf",
    "Inter_500Medium.ttf",
    "Inter_600SemiBold.ttf",
    "SourceSerif4_400Regular.ttf",
    "SourceSerif4_600SemiBold.ttf",
    "NotoSansSC_400Regular.ttf",
    "NotoSansSC_700Bold.ttf",
    "NotoSansTC_400Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSerifTibetan-Regular.ttf",
    "NotoSans-Regular.ttf",
)
_OTHER_SCRIPTS = ("Noto Sans SC", "Noto Sans TC", "Noto Naskh Arabic", "Noto Serif Tibetan", "Noto Sans")
SANS = ("Inter", *_OTHER_SCRIPTS)
SERIF = ("Source Serif 4", *_OTHER_SCRIPTS)

#: The whole range of weights in use; Inter and Source Serif name their weights as families of their own on some systems.
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600


class FontMissing(RuntimeError):
    """A font of the program cannot be read: the program is not whole."""


def load_fonts() -> None:
    """Give Qt the program's fonts. Raises ``FontMissing`` with the file's name."""
    for name in _FILES:
        if QFontDatabase.addApplicationFontFromData(resource("fonts", name).read_bytes()) < 0:
            raise FontMissing(name)


def font(pixels: int, weight: int = REGULAR, *, serif: bool = False) -> QFont:
    """A font of the program, its size in pixels."""
    out = QFont()
    out.setFamilies(list(SERIF if serif else SANS))
    out.setPixelSize(pixels)
    out.setWeight(QFont.Weight(weight))
    out.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return out

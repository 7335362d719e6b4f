"""Marks in texts: under the very letters they mark, whatever the script and wherever a line breaks."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextLayout
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.marked_pairs import MASKED, UNDECIDED, Mark, MarkedPairs, Pair

CHINESE = "我叫沈国恒，小时候奶奶叫我来福。老何没有签字。"
UYGHUR = "ئەكرەم تۇرسۇن كەلدى، ئاندىن John Smith بىلەن 2019 يىلى كەتتى."
TIBETAN = "བསོད་ནམས་རྡོ་རྗེ་ནི་ངའི་གྲོགས་པོ་ཡིན།"
ENGLISH = "My brother Shen Guoliang telephoned from 138 0000 7204, and then nobody called."
RARE = "𠮷野 came with 老何 to the gate."  # the first letter is two units to Qt


def shown(qtbot: QtBot, look: Look, text: str, words: str, width: int = 900) -> MarkedPairs:
    pairs = MarkedPairs(look, "texts")
    qtbot.addWidget(pairs)
    pairs.resize(width, 400)
    pairs.show()
    at = text.index(words)
    mark = Mark(0, at, at + len(words), UNDECIDED)
    pairs.show_pairs([Pair("Testimony 1", text, text, (mark,), (mark,))])
    return pairs


def ink(layout: QTextLayout, start: int, end: int, *, rest: bool) -> set[tuple[int, int]]:
    """The pixels that are drawn of a stretch, or of all the rest."""
    picture = QImage(1700, 600, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    chosen = QTextLayout.FormatRange()
    chosen.start, chosen.length, chosen.format = start, end - start, QTextCharFormat()
    chosen.format.setForeground(QColor("white" if rest else "black"))
    painter = QPainter(picture)
    painter.setPen(QColor("black" if rest else "white"))
    layout.draw(painter, QPointF(20, 20), [chosen])
    painter.end()
    line = picture.bytesPerLine()
    data = bytes(picture.constBits())
    return {(at % line // 4 - 20, at // line - 20) for at in range(0, len(data), 4) if data[at] < 120}


def within(pixels: set[tuple[int, int]], box: QRectF, more: int) -> int:
    """How many pixels stand over or under a box, so much wider (or narrower)."""
    left, right = box.left() - more, box.right() + more
    return sum(left <= x < right and box.top() - 4 <= y <= box.bottom() + 4 for x, y in pixels)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CHINESE, "沈国恒"),
        (CHINESE, "老何"),
        (UYGHUR, "ئەكرەم تۇرسۇن"),
        (UYGHUR, "John Smith"),
        (UYGHUR, "Smith بىلەن"),
        (UYGHUR, "2019"),
        (TIBETAN, "བསོད་ནམས་རྡོ་རྗེ"),
        (ENGLISH, "Shen Guoliang"),
        (ENGLISH, "138 0000 7204"),
        (RARE, "老何"),
    ],
)
@pytest.mark.parametrize("width", [900, 330])
def test_marks_stand_under_their_letters(qtbot: QtBot, look: Look, text: str, words: str, width: int) -> None:
    pairs = shown(qtbot, look, text, words, width)
    for side in pairs._sides(0):
        ((_, start, end),) = side.marks
        assert side.layout.text()[start:end] == words or "𠮷" in text
        boxes = side.boxes(start, end)
        marked, others = (ink(side.layout, start, end, rest=rest) for rest in (False, True))
        assert len(marked) > 20
        assert sum(within(marked, box, 2) for box in boxes) >= 0.98 * len(marked), "letters stand beside their mark"
        assert sum(within(others, box, -2) for box in boxes) <= 0.02 * len(marked), "the mark covers other letters"


def test_letters_of_two_directions_are_marked_in_two_places(qtbot: QtBot, look: Look) -> None:
    words = "Smith بىلەن"
    side = shown(qtbot, look, UYGHUR, words, 1600)._sides(0)[0]
    ((_, start, end),) = side.marks
    assert len(side.boxes(start, end)) == 2


def test_a_text_from_right_to_left_begins_at_the_right(qtbot: QtBot, look: Look) -> None:
    pairs = shown(qtbot, look, UYGHUR, "ئەكرەم", 1600)
    (box,), (other,) = pairs.boxes_of(0, 0)
    assert box.right() > pairs._lefts()[0] + pairs._column() - 2
    assert other.right() > pairs._lefts()[1] + pairs._column() - 2


def test_lines_of_a_tall_script_do_not_touch(qtbot: QtBot, look: Look) -> None:
    side = shown(qtbot, look, TIBETAN * 4, "ངའི", 600)._sides(0)[0]
    lines = [side.layout.lineAt(number) for number in range(side.layout.lineCount())]
    assert len(lines) > 2
    for line, following in itertools.pairwise(lines):
        assert line.y() + line.height() <= following.y() + 0.5


def test_a_click_on_either_side_names_the_mark(qtbot: QtBot, look: Look) -> None:
    pairs = shown(qtbot, look, ENGLISH, "Shen Guoliang")
    for boxes in pairs.boxes_of(0, 0):
        with qtbot.waitSignal(pairs.pressed) as pressed:
            qtbot.mouseClick(pairs.viewport(), Qt.MouseButton.LeftButton, pos=boxes[0].center().toPoint())
        assert pressed.args == [0]


def test_going_to_a_mark_brings_it_into_sight_and_only_then_scrolls(qtbot: QtBot, look: Look) -> None:
    pairs = MarkedPairs(look, "texts")
    qtbot.addWidget(pairs)
    pairs.resize(900, 400)
    pairs.show()
    texts = [Pair("Event", f"{ENGLISH} " * 3, "", (Mark(n, 11, 24, MASKED),)) for n in range(3000)]
    pairs.show_pairs(texts)
    pairs.go_to(2500, 2500)
    assert pairs.in_sight(2500, 2500)
    at = pairs.verticalScrollBar().value()
    pairs.go_to(2500, 2500)
    assert pairs.verticalScrollBar().value() == at
    assert len(pairs._laid) < 50

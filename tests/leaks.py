"""PDFs that leak one name through one channel each, and the same files with harmless words in that channel.

``CHANNELS`` lists them all. ``Channel.make(words)`` gives the file; ``rule`` is a rule of ``app.report.check`` that must be
among the reasons when the words are protected; harmless words (``clean``) pass where the channel itself may be used.
"""

from __future__ import annotations

from tests import leaks_bytes, leaks_objects, leaks_words
from tests.leak_channels import CHANNELS, HARMLESS, NAME, Channel, everyday, protected
from tests.papers import Paper

#: The modules whose import fills ``CHANNELS``.
SOURCES = (leaks_words, leaks_objects, leaks_bytes)


def clean_paper() -> bytes:
    """A file that holds nothing protected and nothing that is not on the list."""
    paper = Paper()
    paper.body()
    return paper.save()


__all__ = ["CHANNELS", "HARMLESS", "NAME", "SOURCES", "Channel", "clean_paper", "everyday", "protected"]

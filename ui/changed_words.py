"""When something was changed, as people say it: "today, 14:32", "yesterday", "2 July 2021"."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from app.domain.date_words import date_words

translate = QCoreApplication.translate


def changed_words(changed_at: str, now: dt.datetime) -> str:
    """``changed_at`` is ISO 8601 (UTC), ``now`` has a time zone, in which the words are given. "" for what is no time."""
    try:
        at = dt.datetime.fromisoformat(changed_at)
    except ValueError:
        return ""
    here = (at if at.tzinfo else at.replace(tzinfo=dt.UTC)).astimezone(now.tzinfo)
    days = (now.date() - here.date()).days
    if days == 0:
        return translate("changed", "today, {0}").format(here.strftime("%H:%M"))
    if days == 1:
        return translate("changed", "yesterday")
    return date_words(here.date().isoformat())

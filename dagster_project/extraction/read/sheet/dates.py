"""A date or a time as the format of its cell shows it: 2021年, 2021-01-01, 2021年3月."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from dagster_project.extraction.knowledge.sheets import sheet_words
from dagster_project.extraction.read.sheet.numbers import is_date_code

WORDS = sheet_words()
TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|[_*].|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]'
    rf"|(?P<part>y+|m+|d+|h+|s+|am/pm|{WORDS.halves}|a{{3,4}})|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)


def show_date(value: date | time | timedelta, code: str, number: int = 0) -> str:
    """Return a date or time in format `code`, or in that of a format's `number`; ISO where neither is for dates."""
    code = WORDS.dates.get(number, code).split(";")[0]
    if isinstance(value, timedelta):
        seconds = int(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}"
    if not is_date_code(code):
        return value.isoformat(*([" "] if isinstance(value, datetime) else []))
    moment = _moment(value)
    parts = [(match.lastgroup, match.group(match.lastgroup or 0)) for match in TOKEN.finditer(code)]
    shown = ""
    for index, (kind, text) in enumerate(parts):
        if kind == "part":
            shown += _part(moment, text.lower(), is_minute=_is_minute(parts, index))
        elif kind in ("quoted", "escaped", "other"):
            shown += text
    return shown.strip()


def _moment(value: date | time) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, time):
        return datetime.combine(date(1900, 1, 1), value)
    return datetime.combine(value, time())


def _is_minute(parts: list[tuple[str | None, str]], index: int) -> bool:
    """Tell whether an m means minutes: right after hours, or right before seconds."""
    of_time = [(place, text.lower()[0]) for place, (kind, text) in enumerate(parts) if kind in ("part", "elapsed")]
    at = next(place for place, (where, _) in enumerate(of_time) if where == index)
    before = of_time[at - 1][1] if at else ""
    after = of_time[at + 1][1] if at + 1 < len(of_time) else ""
    return before == "h" or after == "s"


def _part(moment: datetime, text: str, is_minute: bool) -> str:
    if text[0] == "m" and is_minute:
        return f"{moment.minute:0{min(len(text), 2)}d}"
    if text[0] in "ymdhs":
        value = {"y": moment.year, "m": moment.month, "d": moment.day, "h": moment.hour, "s": moment.second}[text[0]]
        if text[0] == "y":
            return f"{value:04d}" if len(text) > 2 else f"{value % 100:02d}"
        return f"{value:0{min(len(text), 2)}d}"
    if text == WORDS.halves:
        return WORDS.forenoon if moment.hour < 12 else WORDS.afternoon
    return ""

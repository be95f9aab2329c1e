"""Words that documents of every kind print: contents, regulations with their numbers, plans; each can be misprinted."""

from __future__ import annotations

from collections.abc import Sequence

from printing import Page, Part, Token

REGULATIONS = (
    ("项目支出绩效评价管理办法", "财预", 10),
    ("促进产业高质量发展若干措施", "府规", 7),
    ("政府购买服务管理办法", "财综", 25),
)


def label(text: str, key: str) -> Token:
    """Return words, a year or a number that is no fact of the tables: only `firings` knows how it is misprinted."""
    return Token(text, "label", key)


def contents(page: Page, titles: Sequence[str]) -> None:
    """Print the contents: one line per table."""
    page.family = "contents"
    page.say("目 录")
    for ordinal, title in enumerate(titles, 1):
        page.say(f"{ordinal}. ", label(title, f"contents|{title}"))


def regulations(page: Page, place: str, year: int) -> None:
    """Print each regulation twice with its document number, the first of them three times, another without one."""
    page.family = "regulations"
    for time in (1, 2, 3):
        cited: list[Part] = []
        for title, agency, serial in REGULATIONS[: 1 if time == 3 else None]:
            key = f"regulation {time}|{serial}"
            cited += [
                "、《",
                label(f"{place}{title}", f"{key}|title"),
                "》（",
                label(f"{agency}〔{year - 2}〕{serial}号", f"{key}|number"),
                "）",
            ]
        page.say("依据《", *cited[1:], "，开展各项工作。")
    for time in (1, 2, 3):
        page.say("落实《", label("关于促进文化产业发展的若干意见", f"opinion {time}"), "》的要求。")

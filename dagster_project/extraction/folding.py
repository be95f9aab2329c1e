"""Small operations on words that every step shares: folding spaces, brackets and numbering."""

from __future__ import annotations

import re
from functools import lru_cache

from dagster_project.extraction.knowledge.characters import characters
from dagster_project.extraction.knowledge.pages import page_words

BRACKETS = re.compile(r"[（(【\[][^（）()【】\[\]]*[）)】\]]")
QUOTES = re.compile(r"[“”\"'‘’《》*]")
NUMBERING = page_words().numbering
COMMON, RARE = characters().common, characters().rare
NARROW = dict(zip("（）：，；％＞＜＝－＋．０１２３４５６７８９", "():,;%><=-+.0123456789", strict=True))
FULL_WIDTH = re.compile(f"[{''.join(NARROW)}]")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Digits of the mark of a footnote, or of a power: they are no part of the figure before them."""
APART = " | "
"""Stands between two numbers in one cell, which are not one number."""


def unified(text: str) -> str:
    """Return `text` with common characters for those that look like one, and without marks of format."""
    return text if text.isascii() or RARE.isdisjoint(text) else text.translate(COMMON)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` without spaces, with ASCII brackets and colons, so that printed variants compare equal."""
    return narrow(squeeze(text))


def narrow(text: str) -> str:
    """Return `text` with the ASCII digit or mark for each full-width one."""
    return FULL_WIDTH.sub(lambda wide: NARROW[wide.group()], text)


def squeeze(text: str) -> str:
    """Return `text` as printed but for spaces, which recognition puts anywhere."""
    return "".join(text.split())


@lru_cache(maxsize=4096)
def fold_label(text: str) -> str:
    """Return `text` folded, without a trailing colon or a leading asterisk: the form of a label in a YAML pattern."""
    return fold(text).strip(":").lstrip("*")


@lru_cache(maxsize=4096)
def fold_title(text: str) -> str:
    """Return `text` folded, without quotes and without what stands in brackets: the form of a title."""
    return QUOTES.sub("", BRACKETS.sub("", squeeze(text)))


@lru_cache(maxsize=4096)
def fold_name(text: str) -> str:
    """Return the name of a row: folded, without numbering such as 一、 or 1. or 其中：, quotes kept."""
    name = fold(text)
    name = NUMBERING.sub("", name)
    return name.removeprefix(page_words().of_which).strip(":")


@lru_cache(maxsize=4096)
def numbering_level(text: str) -> int | None:
    """Return 1 for 一、, 2 for （一） or 1., None where the name bears no numbering."""
    match = NUMBERING.match(fold(text)) or NUMBERING.match(squeeze(text))
    if match is None:
        return None
    return 1 if match.group().endswith("、") and not match.group()[0].isdigit() else 2

"""Names of codes: when two of them are one, although they are not printed alike."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from dagster_project.extraction.folding import BRACKETS, QUOTES, fold_name, squeeze
from dagster_project.extraction.knowledge.wording.codes import code_words

WORDS = code_words()
SIMILAR = 0.75
"""Similarity from which a name differs from another only in part (一般行政事务管理, 一般行政管理事务)."""
SHORTEST = 3
"""Letters that a name must have to be a part of another (无线电监管, 无线电及信息通信监管)."""


@lru_cache(maxsize=4096)
def comparable(name: str) -> str:
    """Return a name without spaces, numbering, quotes, brackets and a trailing 支出, which some leave out."""
    words = fold_name(QUOTES.sub("", BRACKETS.sub("", squeeze(name))))
    return words.removesuffix(WORDS.ending) or words


def differs_in_part(name: str, other: str) -> bool:
    """Tell whether two comparable names are alike: a part is missing in one, or stands elsewhere in it.

    A word in the place of another makes another 项 (城市最低生活保障金, 农村最低生活保障金), but for 其他: a 款
    has only one of them.
    """
    is_other = name.startswith(WORDS.other)
    if is_other != other.startswith(WORDS.other):
        return False
    name, other = WORDS.links.sub("", name), WORDS.links.sub("", other)
    letters, others = set(name), set(other)
    shared = sum(letter in others for letter in name)
    is_part = letters <= others or others <= letters
    if not is_part and 2 * shared < SIMILAR * (len(name) + len(other)):
        return False
    matcher = SequenceMatcher(None, name, other, autojunk=False)
    if not is_other and any(tag == "replace" for tag, *_ in matcher.get_opcodes()):
        return False
    blocks = [block.size for block in matcher.get_matching_blocks() if block.size]
    shorter = min(len(name), len(other))
    return matcher.ratio() >= SIMILAR or (shorter >= SHORTEST and sum(blocks) == shorter and len(blocks) <= 2)

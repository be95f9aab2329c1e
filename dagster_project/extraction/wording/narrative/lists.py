"""Lists of the text: a whole, the words that open its parts (其中：, 具体为：, a colon), and its parts.

A list goes on to the end of its sentence, or until its parts come to their whole. 其中 at the beginning of a sentence
opens the parts of what the sentence before is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.vocabulary import Phase
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import is_income, is_spending

WORDS = paragraph_words()


def whole_of(one: Stated, sentence: Sequence[Stated], earlier: Sequence[Stated]) -> Stated | None:
    """Return the level that heads the list in which a level stands; `sentence` and `earlier` are the levels before.

    `earlier` are those of the paragraph, behind those of the paragraph that it goes on with.
    """
    before = one.quantity.before
    if unread_head(one) is not None:
        return None
    sentence = [level for level in sentence if _time(level) == _time(one)] or sentence
    if not WORDS.opens.search(before):
        if not sentence or one.subject.is_generic:
            return None
        whole = sentence[-1].whole
        while whole is not None and _is_over(whole, sentence, one):
            whole = whole.whole
        return whole
    if not sentence and WORDS.respective.search(before):
        # 基本支出和项目支出分别为1元和2元 opens no list of what the paragraph before is about
        return None
    if not sentence:
        return _head(one, [level for level in earlier if _place(level) == _place(earlier[-1])])
    is_next_item = sentence[-1].quantity.clause != one.quantity.clause
    return _head(one, sentence) if is_next_item else sentence[-1]


def unread_head(one: Stated) -> str | None:
    """Return the words that head the list which a level opens, where they hold a number that is none of money."""
    head, opens, _ = one.quantity.before.partition(WORDS.parts)
    return head if opens and WORDS.unread.search(head) else None


def is_after_list(before: Sequence[Stated], is_spoken_of: bool) -> bool:
    """Tell whether what follows the last of some levels stands behind a list, and may speak of more than its last part.

    `is_spoken_of`: something was said of a part already, as then of each.
    """
    whole = before[-1].whole
    return whole is not None and not is_spoken_of and sum(level.whole is whole for level in before) > 1


def is_beside(part: Stated) -> bool:
    """Tell whether a part is set beside the one before it (A 1元、B 2元)."""
    return WORDS.beside.match(part.quantity.before) is not None


def _head(one: Stated, levels: Sequence[Stated]) -> Stated | None:
    """Return the first level of one's phase, for spending none of income, or what it is itself a part of."""
    alike = [level for level in levels if level.subject.phase == one.subject.phase]
    if is_spending(one.subject.words):
        alike = [level for level in alike if not is_income(level.subject.words)] or alike
    return alike[0].whole or alike[0] if alike else None


def _is_over(whole: Stated, sentence: Sequence[Stated], one: Stated) -> bool:
    """Tell whether a list came to its whole, or was that of a part in a clause before (…；A 5元，包括B 2元；C 3元)."""
    if one.quantity.yuan != 0 and _is_complete(whole, sentence):
        return True
    return whole.whole is not None and whole.quantity.clause == sentence[-1].quantity.clause != one.quantity.clause


def _is_complete(whole: Stated, levels: Sequence[Stated]) -> bool:
    parts = [level.quantity.yuan or Decimal(0) for level in levels if level.whole is whole]
    return len(parts) > 1 and sum(parts) == whole.quantity.yuan


def _time(level: Stated) -> tuple[int | None, Phase | None]:
    return level.subject.year, level.subject.phase


def _place(level: Stated) -> tuple[int, int]:
    return level.paragraph, level.quantity.sentence

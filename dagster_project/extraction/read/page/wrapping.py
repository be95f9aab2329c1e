"""Where a line was broken: would the first word of the next line have fitted into the room that was left?"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_\u2e80-\uffff]+|[\d.,%]+|.", re.DOTALL)
"""What is never broken: a Latin word, a figure, one Chinese character."""
CLOSING = "，。、；：？！）》”’％%),.;:"
"""What may not begin a line: it goes to the next line with the character before it."""
OPENING = "（《“‘("
"""What may not end a line: it goes to the next line with the character behind it."""
NARROW = 0.5
"""Width of a letter or a digit, in parts of the height."""


def fits(room: float, text: str, size: float) -> bool:
    """Tell whether the first word of `text` fits into `room` points."""
    return width_of(first_word(text), size) <= room


def first_word(text: str) -> str:
    """Return the first word of a line with the punctuation that clings to it."""
    start = len(text) - len(text.lstrip(OPENING))
    match = WORD.match(text, start)
    end = match.end() if match else start
    while end < len(text) and text[end] in CLOSING:
        end += 1
    return text[:end]


def width_of(text: str, size: float) -> float:
    """Return about how wide `text` is, in points."""
    return sum(NARROW * size if character.isascii() else size for character in text)


def glue(text: str, after: str) -> str:
    """Join two lines of one paragraph: a blank only between Latin words."""
    blank = text[-1:].isascii() and text[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return f"{text} {after}" if blank else text + after

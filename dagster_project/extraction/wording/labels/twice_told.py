"""What sentences tell twice of one thing: the year of a beginning and its end, and how many parts a county has.

2031年年初有22个项目；2030年年末完成22个 has its year of the end wrong; 6 towns of a county and 5 of it are not one
count.
"""

from __future__ import annotations

from collections.abc import Iterator

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.identify.regions import is_region
from dagster_project.extraction.knowledge.wording.labels import label_words
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.wording.labels.headings import Label

WORDS = label_words()
PLACE = 3
"""Letters of the name of a county: those before are other words."""


def years_of_ends(located: Located) -> Iterator[Label]:
    """Yield the year of an end that stands before that of its beginning, in the clause before."""
    for line, text, cell in located.holding(WORDS.year_of_end):
        for match in WORDS.year_of_end.finditer(text):
            if int(match["end"]) < int(match["begin"]):
                words = squeeze(text[match.start("end") : match.end()])
                yield Label(line, match.start("end"), cell, "year_of_end", words, match["end"], match["begin"])


def parts_of_places(located: Located) -> Iterator[Label]:
    """Yield the first place where parts of a county are counted, and the first where they are another number."""
    first: dict[str, tuple[int, Label]] = {}
    told: set[str] = set()
    for line, text, cell in located.holding(WORDS.parts_of_place):
        for match in WORDS.parts_of_place.finditer(text):
            place, count = match["place"][-PLACE:], _count(match["count"])
            words = place + match["part"]
            label = Label(line, match.start("count"), cell, "parts_of_place", words, squeeze(match["parts"]), "")
            earlier = first.setdefault(words, (count, label))
            if count and earlier[0] != count and words not in told and is_region(place):
                told.add(words)
                yield earlier[1]._replace(meant=label.printed)
                yield label._replace(meant=earlier[1].printed)


def _count(digits: str) -> int:
    return int(digits) if digits.isdecimal() else WORDS.numerals.find(digits) + 1

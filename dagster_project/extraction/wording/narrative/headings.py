"""The headings that a paragraph stands below, and the fund that they say its money is of.

Headings that are numbered alike stand side by side; one numbered in another way stands below the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.wording.labels import label_words
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.knowledge.wording.subjects import subject_words
from dagster_project.extraction.wording.narrative.paragraphs import Paragraph
from dagster_project.extraction.wording.narrative.subjects import SPENDING, Subject

WORDS, SUBJECTS = paragraph_words(), subject_words()
NUMBER = re.compile(rf"[{label_words().numerals}\d]+")
LONGEST = 40


@dataclass(slots=True)
class Headings:
    """The headings above a paragraph, the outermost first."""

    above: list[tuple[str, str]] = field(default_factory=list)
    """How each is numbered, and its text."""

    def open(self, text: str) -> None:
        """Put a heading below the others, in the place of the one that is numbered alike."""
        number = WORDS.enumeration.match(text)
        style = NUMBER.sub("1", number.group().strip()) if number else ""
        styles = [style for style, _ in self.above]
        if style in styles:
            del self.above[styles.index(style) :]
        self.above.append((style, text))

    def of_fund(self, subject: Subject) -> Subject:
        """Return what spending is below a heading that names a fund and its spending: that of the fund."""
        for _, text in reversed(self.above):
            for heading, topics in SUBJECTS.fund_spending.items():
                if heading.search(text):
                    topic = subject.topic or ""
                    is_said = topic in topics and (topic in SPENDING or subject.is_generic)
                    return subject._replace(topic=topics[topic], is_generic=False) if is_said else subject
        return subject


def is_heading(paragraph: Paragraph) -> bool:
    """Tell whether a numbered paragraph is short enough to head those below it, and ends no sentence."""
    text = paragraph.text.rstrip()
    return paragraph.is_enumerated and len(text) <= LONGEST and not text.endswith(tuple(punctuation().stops))

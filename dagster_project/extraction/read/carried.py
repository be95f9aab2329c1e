"""What a file carries beside its text: pictures are read where recognition is installed; what is not read is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.copying import add_content, says_something
from dagster_project.extraction.read.formats import recognise
from dagster_project.extraction.read.package import part_reader
from dagster_project.extraction.vocabulary import Unread

WIDE, TALL = 3.0, 1.0
"""Inches of a picture that may show a table; one that is smaller is a logo, a seal or a signature."""
READ = 20
"""Pictures of one document that are recognised, at most; each takes a second or two."""
FOLDERS = re.compile(r"[/\\]")
NAMED, LONGEST = 5, 80
"""Parts that an issue names, and the characters of a name."""


def may_show_table(width: float, height: float) -> bool:
    """Tell whether a picture of this size (inches) is large enough for a table."""
    return width >= WIDE and height >= TALL


def named(parts: Sequence[str]) -> str:
    """Return the names of parts or addresses, shortened: one that holds its bytes itself is named by their kind."""
    names = [
        (part.partition(",")[0] if part.startswith("data:") else FOLDERS.split(part.partition("?")[0])[-1])[:LONGEST]
        for part in parts[:NAMED]
    ]
    return ", ".join(names) + (f" and {len(parts) - NAMED} more" if len(parts) > NAMED else "")


class Carried:
    """Adds to a document what other parts of its file show, and tells what was not read.

    `data` returns a part by its name, nothing where it is missing, damaged or too large. `page` is where a part is
    shown, None in a document without pages.
    """

    def __init__(self, builder: Builder, data: Callable[[str], bytes]) -> None:
        self.builder, self.data = builder, data
        self.met: set[str] = set()
        self.told: dict[str, tuple[Issue, list[str]]] = {}
        self.recognised = 0

    @classmethod
    def in_package(cls, builder: Builder, content: bytes) -> Carried:
        """Return what a package carries, which is a ZIP of parts."""
        read = part_reader(content)
        return cls(builder, lambda part: read(part) or b"")

    def is_new(self, part: str) -> bool:
        """Tell whether a part is met for the first time: what is shown twice, or in two ways, is read once."""
        is_new = bool(part) and part not in self.met
        self.met.add(part)
        return is_new

    def picture(self, part: str, page: int | None = None) -> None:
        """Add what a picture shows, where that is a table or an amount of money."""
        if not self.is_new(part):
            return
        data = self.data(part)
        if recognise(data) not in ("png", "jpeg"):
            how = "It is damaged, or no PNG or JPEG. Print the document to PDF to have it read"
        elif ocr.missing() is not None:
            how = f"To have pictures read, run once: {ocr.INSTALL}"
        elif self.recognised == READ:
            how = f"{READ} are, at most"
        else:
            self.recognised += 1
            found = ocr.read_image(data)
            if isinstance(found, Content):
                if says_something(found):
                    with self.builder.beside_the_text(page):
                        add_content(found, self.builder, page)
                return
            how = found.message.removesuffix(".")
        self._tell(
            IssueCode.OCR_NEEDED,
            Severity.WARNING,
            Unread.PICTURES,
            part,
            lambda names: f"Pictures {_where(page)} ({names}) were not read, and may show tables. {how}.",
        )

    def chart(self, part: str, page: int | None = None) -> None:
        """Tell of a chart, or of another drawing that a program makes of figures or words."""
        if self.is_new(part):
            self._tell(
                IssueCode.LEFT_OUT,
                Severity.NOTE,
                Unread.PICTURES,
                part,
                lambda names: (
                    f"Charts {_where(page)} ({names}) were not read. Their figures are read where tables print them."
                ),
            )

    def object(self, part: str, page: int | None = None) -> None:
        """Tell of an object of another program."""
        if self.is_new(part):
            self._tell(
                IssueCode.LEFT_OUT,
                Severity.WARNING,
                Unread.OBJECTS,
                part,
                lambda names: f"Objects embedded {_where(page)} ({names}) were not read. Deliver them by themselves.",
            )

    def _tell(
        self, code: IssueCode, severity: Severity, unread: Unread, part: str, message: Callable[[str], str]
    ) -> None:
        """Tell that a part was not read, by a message of its name; of parts of which the same is told once."""
        issues, key = self.builder.issues, message("")
        before, parts = self.told.get(key, (None, []))
        parts.append(part)
        issue = Issue(code, severity, message(named(parts)), unread=unread, unread_count=len(parts))
        if before is None:
            self.builder.issue(issue)
        else:
            issues[issues.index(before)] = issue
        self.told[key] = issue, parts


def _where(page: int | None) -> str:
    return "in the document" if page is None else f"on sheet {page}"

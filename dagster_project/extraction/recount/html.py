"""The digits of a web page: every text node of its body but scripts and styles."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from dagster_project.extraction.recount import Printed

DIRECTIVE = re.compile(r"<%.*?%>", re.DOTALL)
"""What a server was to replace before it sent the page."""
SILENT = {"script", "style", "template", "noscript"}


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return the text of all elements that are shown anywhere, each on a line of its own."""
    parser = _Texts()
    parser.feed(DIRECTIVE.sub(" ", content.decode(encoding or "utf-8", "replace")))
    parser.close()
    return Printed({None: "\n".join(parser.texts)})


class _Texts(HTMLParser):
    """Collects text nodes."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Enter an element."""
        if tag in SILENT:
            self.silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]

    def handle_data(self, data: str) -> None:
        """Take a text."""
        if not self.silent:
            self.texts.append(data)

"""Pages from their templates: the words of their language, links from where they stand, and money as people read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from dagster_project.inspection.templates import template
from dagster_project.languages import in_chinese
from dagster_project.review.words import words_in as words_around_findings
from dagster_project.site import addresses
from dagster_project.site.addresses import LANGUAGES, Place
from dagster_project.site.catalogue import Catalogue
from dagster_project.site.words import words_in

STYLE, SEARCH, INDEX = "assets/style.css", "assets/search.js", "assets/index.js"
"""The style, the script that searches, and the first part of the index that it reads."""
TEN_THOUSAND = Decimal(10_000)
Content = Callable[[str], Mapping[str, Any]]
"""What a page says, by language."""


class Pages:
    """Renders pages of one release; a place is linked where the document's page is there."""

    def __init__(self, release: Mapping[str, Any], catalogue: Catalogue) -> None:
        self.release, self.catalogue = release, catalogue
        self.documents = {document.document_id: document for document in catalogue.documents}
        self.bodies = {body.body_id: body for body in catalogue.bodies}

    def both(self, name: str, address: str, content: Content) -> dict[str, bytes]:
        """Return a page in both languages, by its address in the site."""
        return {
            addresses.page(language, address): self._page(name, language, address, content(language))
            for language in LANGUAGES
        }

    def _page(self, name: str, language: str, address: str, content: Mapping[str, Any]) -> bytes:
        here = addresses.page(language, address)
        other = next(each for each in LANGUAGES if each != language)
        around = {
            "language": language,
            "other_language": other,
            "other": addresses.relative(here, addresses.page(other, address)),
            "words": words_in(language),
            "release": self.release,
            "bodies": self.bodies,
            "documents": self.documents,
            "at": addresses,
            "link": lambda there, anchor="": addresses.relative(here, addresses.page(language, there), anchor),
            "file": lambda there: addresses.relative(here, there),
            "money": money,
            "told": in_chinese if language == "zh" else str,
            "repaired": words_around_findings(language).repaired,
            "place": lambda row: self._place(here, language, row),
            "style": STYLE,
            "search": SEARCH,
        }
        return template(f"site/{name}.html").render(around | dict(content)).encode()

    def _place(self, here: str, language: str, row: Mapping[str, Any]) -> str | None:
        """Return the link to where a row is printed; None where its document is not shown."""
        at = Place(**{name: row.get(name) for name in Place._fields})
        if at.document_id not in self.documents or at.document_id is None:
            return None
        address = f"{addresses.document(at.document_id)}/index.html"
        return addresses.relative(here, addresses.page(language, address), at.anchor)


def money(amount: Decimal | None, yuan: str) -> Markup:
    """Return an amount in 万元, with the exact one in yuan behind it; a dash where there is none."""
    if amount is None:
        return Markup('<span class="none">—</span>')
    return Markup('<data value="{}" title="{:,} {}">{:,.2f}</data>').format(
        amount, amount, yuan, (amount / TEN_THOUSAND).quantize(Decimal("0.01"))
    )

"""What of a web page belongs to its site, and not to the page: menus, paths, footers, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from dagster_project.extraction.read.spans import of_figures

SILENT = {
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "select",
    "button",
    "svg",
    "textarea",
    "head",
}
"""Elements without words of the page's own."""
WORDLESS = {"script", "style", "template", "noscript", "title"}
"""What never shows a text on the page; the title is read by itself."""
CHROME = {"nav", "aside", "footer"}
CHROME_ROLES = {"navigation", "banner", "contentinfo", "search"}
CHROME_CLASSES = {
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "crumbs",
    "header",
    "footer",
    "sidebar",
    "share",
    "copyright",
    "pagination",
    "toolbar",
}
STRUCK = {"del", "s", "strike"}
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[\w\s-]*:[^;]*line-through"
    r"|(font-size|opacity)\s*:\s*0(?![.\d])|(text-indent|left|top)\s*:\s*-\d{4,}|mso-hide\s*:\s*all",
    re.IGNORECASE,
)


def is_chrome(element: etree._Element) -> bool:
    """Tell whether an element belongs to the site, not to the page; what holds a table of figures never does."""
    tag = str(element.tag)
    if tag in SILENT or is_hidden(element):
        return True
    if tag == "header":
        is_of_site = not any(str(above.tag) in ("article", "main") for above in element.iterancestors())
    else:
        words = {str(element.get("role") or "").lower()} & CHROME_ROLES
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
        is_of_site = tag in CHROME or (bool(words or CHROME_CLASSES & set(names)) and tag not in ("body", "table"))
    return is_of_site and not _holds_figures(element)


def is_silent(element: etree._Element) -> bool:
    """Tell whether nothing of an element in a cell is to be read; there, names of classes say nothing."""
    return str(element.tag) in SILENT or is_hidden(element)


def is_hidden(element: etree._Element) -> bool:
    """Tell whether an element is not shown, or struck out."""
    if element.get("hidden") is not None or element.tag in STRUCK:
        return True
    return bool(HIDDEN.search(str(element.get("style") or "")))


def _holds_figures(element: etree._Element) -> bool:
    return of_figures("".join(map(str, cell.itertext())) for cell in element.iterfind(".//table//td"))


def words_of(element: etree._Element) -> Iterator[str]:
    """Yield the texts of an element that shows any."""
    if str(element.tag) not in WORDLESS:
        yield element.text or ""
        for child in element:
            yield from words_of(child)
            yield child.tail or ""

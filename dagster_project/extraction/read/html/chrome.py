"""What of a web page belongs to its site, and not to the page: menus, paths, footers, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from dagster_project.extraction.vocabulary import Omission

CHROME = {
    "script",
    "style",
    "nav",
    "noscript",
    "template",
    "iframe",
    "object",
    "select",
    "button",
    "aside",
    "svg",
    "textarea",
    "head",
    "footer",
}
SILENT = {"script", "style", "template", "noscript", "title"}
"""What never shows a text of its own on the page."""
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
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_chrome(element: etree._Element) -> bool:
    """Tell whether an element belongs to the site, not to the page; what holds a table of figures never does."""
    tag = str(element.tag)
    if tag in CHROME or is_hidden(element):
        return True
    if tag == "header":
        return not any(str(above.tag) in ("article", "main") for above in element.iterancestors())
    words = {str(element.get("role") or "").lower()} & CHROME_ROLES
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    return bool(words or CHROME_CLASSES & set(names)) and tag != "body" and element.find(".//table") is None


def is_hidden(element: etree._Element) -> bool:
    """Tell whether an element is not shown."""
    return element.get("hidden") is not None or bool(HIDDEN.search(str(element.get("style") or "")))


def left_out(root: etree._Element) -> Iterator[tuple[Omission, str]]:
    """Yield the texts that `is_chrome` keeps from the document, and why; of scripts and the like there are none."""
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if is_chrome(element):
            walker.skip_subtree()
            reason = Omission.HIDDEN if is_hidden(element) else Omission.SITE
            yield reason, "\n".join(_words(element))


def _words(element: etree._Element) -> Iterator[str]:
    if str(element.tag) not in SILENT:
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""

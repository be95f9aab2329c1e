"""Text of a web page in the colour of what it stands on: nobody sees it, and it is taken off before the page is read.

What a style sheet of another file may paint behind a text is not known here: a text that it may concern is seen. So is
all of a page most of which is white: it stands on something dark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from dagster_project.extraction.read.html.chrome import WORDLESS

WHITE = 250
"""The darkest channel of white, as on paper."""
MENTIONED = re.compile(r"color\s*[:=]\s*[\"']?\s*(?:white|transparent|#f|rgb)", re.IGNORECASE)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMENT, CONDITIONAL = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
ELSEWHERE = re.compile(r"@media[^{};]*\b(?:dark|print)\b[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
"""What is declared for paper, and for screens in the dark."""
ATTRIBUTE = re.compile(r"\[[^\]]*\]")
SIMPLE = re.compile(r"[\w-]*[.#]?[\w-]+")
LAST = re.compile(r"([\w-]*)((?:[.#][\w-]+)*)(?::[\w-]+(?:\([^)]*\))?)*$")
HEX = re.compile(r"#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))(?:[0-9a-f]{1,2})?")
CHANNELS = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:\s*[,/]\s*([\d.]+%?))?\s*\)")
ANY = "*"
NOTHING = {"", "transparent", "none", "inherit", "initial", "unset"}


class Look(NamedTuple):
    """How text looks in an element: whether in white, and whether on something that is not white."""

    is_white: bool = False
    is_backed: bool = False


class Place(NamedTuple):
    """A text of the tree: that of an element, or the one behind it."""

    element: etree._Element
    is_tail: bool
    text: str


def take_off_unseen(root: etree._Element, source: str) -> list[str]:
    """Take the texts that nobody sees off a page and return them; `source` is the page as it came."""
    if not MENTIONED.search(source):
        return []
    found: list[Place] = []
    length = 0
    for place, look in _texts(root, _Sheets(root)):
        length += len(place.text.strip())
        if look.is_white and not look.is_backed and place.text.strip():
            found.append(place)
    if 2 * sum(len(place.text.strip()) for place in found) > length:
        return []
    for element, is_tail, _ in found:
        element.tail, element.text = ("", element.text) if is_tail else (element.tail, "")
    return [place.text for place in found]


def _texts(root: etree._Element, sheets: _Sheets) -> Iterator[tuple[Place, Look]]:
    """Yield each text of a page with how it looks."""
    looks = [Look()]
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            looks.pop()
            yield Place(element, True, element.tail or ""), looks[-1]
            continue
        looks.append(sheets.look(element, looks[-1]))
        if str(element.tag) in WORDLESS:
            walker.skip_subtree()
        else:
            yield Place(element, False, element.text or ""), looks[-1]


class _Sheets:
    """The colours that the style sheets of a page give to elements, classes and ids."""

    def __init__(self, root: etree._Element) -> None:
        self.colours: dict[str, str] = {}
        self.perhaps: dict[str, str] = {}
        self.backgrounds: dict[str, str] = {}
        sheets = ["".join(map(str, style.itertext())) for style in root.iter("style")]
        self.knows_all = not any("@import" in sheet for sheet in sheets) and not any(
            "stylesheet" in str(link.get("rel") or "").lower() for link in root.iter("link")
        )
        sheet = ELSEWHERE.sub("", COMMENT.sub("", "".join(sheets)))
        for part, is_certain in ((CONDITIONAL.sub("", sheet), True), ("".join(CONDITIONAL.findall(sheet)), False)):
            for selectors, declared in RULE.findall(part):
                self._add(selectors.rpartition("{")[2].split(","), _declared(declared), is_certain=is_certain)

    def _add(self, selectors: Iterable[str], declared: dict[str, str], *, is_certain: bool) -> None:
        for selector in map(str.strip, selectors):
            last = LAST.search(ATTRIBUTE.sub("", selector))
            # of a selector of several steps only the last is looked at: what may be painted there is painted
            name = (re.split(r"(?=[.#])", last[2])[-1] or last[1].lower() or ANY) if last else ANY
            if "colour" in declared:
                known = self.colours if is_certain and SIMPLE.fullmatch(selector) else self.perhaps
                known[name] = declared["colour"]
            if declared.get("background", "") not in NOTHING:
                self.backgrounds[name] = declared["background"]

    def look(self, element: etree._Element, above: Look) -> Look:
        """Return how text looks in an element, by how it looks in what it stands in."""
        own = _declared(str(element.get("style") or ""))
        names = [ANY, str(element.tag), *(f".{name}" for name in str(element.get("class") or "").split())]
        names.append(f"#{element.get('id')}")
        colour = own.get("colour") or element.get("color") or (element.get("text") if element.tag == "body" else None)
        perhaps = [self.perhaps[name] for name in names if name in self.perhaps and not _is_white(self.perhaps[name])]
        known = [self.colours[name] for name in names if name in self.colours]
        colour = colour or next(iter(perhaps or reversed(known)), None)
        painted = [own.get("background", ""), str(element.get("bgcolor") or ""), str(element.get("background") or "")]
        painted += [self.backgrounds[name] for name in names if name in self.backgrounds]
        painted = [value for value in painted if value not in NOTHING]
        is_white = above.is_white and not element.get("href") if colour is None else _is_white(colour)
        if not painted:
            may_be = not self.knows_all and bool(element.get("class") or element.get("id") or element.tag == "th")
            return Look(is_white, above.is_backed or may_be)
        return Look(is_white, not all(map(_is_white, painted)))


def _declared(declarations: str) -> dict[str, str]:
    """Return the colour and the background that CSS declares."""
    found = {}
    for declaration in declarations.split(";"):
        name, _, value = declaration.partition(":")
        value = value.replace("!important", "").strip().lower()
        match name.strip().lower():
            case "color":
                found["colour"] = value
            case "background" | "background-color" | "background-image":
                found["background"] = value if value not in NOTHING else found.get("background", value)
    return found


def _is_white(colour: str) -> bool:
    """Tell whether a colour cannot be told from paper: white, or nothing at all."""
    colour = colour.strip().lower()
    if found := HEX.fullmatch(colour):
        return min(int(part * (3 - len(part)), 16) for part in found.groups() if part) >= WHITE
    if found := CHANNELS.fullmatch(colour):
        return found[4] in ("0", "0.0", "0%") or min(int(found[channel]) for channel in (1, 2, 3)) >= WHITE
    return colour in ("white", "transparent", "snow", "window")

"""Pages that are pictures: their images, put together as they lie on the page, go to the reader of images."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from dagster_project.extraction.model.document import Area
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.ofd.document import Resources
from dagster_project.extraction.read.ofd.objects import Painted
from dagster_project.extraction.read.package import read_part
from dagster_project.extraction.read.page.geometry import Edge, move
from dagster_project.extraction.vocabulary import Unread

if TYPE_CHECKING:
    from dagster_project.extraction.read.ocr.images import Image

MOST = 64
"""Images of one page: a scan may lie there in strips."""


class Placed(NamedTuple):
    """An image on its page, in points, and the part it is in; None where the package has none."""

    box: Edge
    part: str | None


class PagePictures(NamedTuple):
    """The images of a page that is a picture, and its size in points."""

    width: float
    height: float
    images: tuple[Placed, ...]


def placed(painted: Painted, resources: Resources) -> Placed:
    """Return where an image object lies: its map takes the unit square to the page."""
    (left, bottom), (right, top) = move(painted.to_page, 0, 0), move(painted.to_page, 1, 1)
    box = min(left, right), min(bottom, top), max(left, right), max(bottom, top)
    return Placed(box, resources.images.get(str(painted.element.get("ResourceID"))))


class Pictures:
    """The pages of one document that are pictures, by their number."""

    def __init__(self, content: bytes, pages: Mapping[int, PagePictures]) -> None:
        self.content, self.pages = content, pages

    def draw(self, number: int, builder: Builder, _: bool) -> Image | None:
        """Return a page that is a picture, None for another; an image that cannot be opened is an issue."""
        from dagster_project.extraction.read.ocr.images import composed, decode

        page = self.pages.get(number)
        if page is None:
            return None
        pieces: list[tuple[Image, Area]] = []
        for image in page.images[:MOST]:
            content = read_part(self.content, image.part) if image.part is not None else None
            decoded = decode(content)[0] if content is not None else None
            if decoded is None or isinstance(decoded, Issue):
                continue
            left, bottom, right, top = image.box
            area = left / page.width, 1 - top / page.height, right / page.width, 1 - bottom / page.height
            pieces.append((decoded, area))
        if len(pieces) < max(len(page.images), 1):
            message = (
                f"Page {number} is drawn as curves, or a picture on it cannot be opened. What it shows was not read. "
                "Save the OFD file as PDF."
            )
            builder.issue(Issue(IssueCode.LEFT_OUT, Severity.ERROR, message, unread=Unread.PICTURES, unread_count=1))
        return composed(page.width / page.height, pieces) if pieces else None

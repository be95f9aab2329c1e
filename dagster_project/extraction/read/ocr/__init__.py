"""Scans and images, where the extra `ocr` is installed: lines make the lattice, RapidOCR reads what stands in it.

decode (images) → turn upright and straighten (pages) → lattice → lines of text (ink) → recognise (engine) → mend.
The models come with the package; nothing is fetched at run time. Heavy modules are imported when first needed.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from dagster_project.extraction.model.document import Area, Content
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.ocr import sharing
from dagster_project.extraction.vocabulary import Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dagster_project.extraction.read.ocr.images import Image
    from dagster_project.extraction.read.ocr.texts import Text

INSTALL = "make ocr"
"""The one command after which scans are read."""
WALL = 4
"""Pixels beside the wall of a cell that are left out, so that it is not read."""
NEEDED = ("cv2", "onnxruntime", "PIL", "rapidocr")


def read_image(content: bytes) -> Content | Issue:
    """Read a PNG or a JPEG as a document of one page."""
    lacking = missing()
    if lacking is not None:
        return lacking
    from dagster_project.extraction.read.ocr.images import decode

    image, format = decode(content)
    if isinstance(image, Issue):
        return image
    builder = Builder(format)
    builder.page_count, builder.drawn = 1, {1}
    recognise(image, builder, 1)
    return builder.content()


def recognise(image: Image, builder: Builder, page: int) -> None:
    """Add what stands on the image of a page (RGB, one byte a channel); doubts and failures become issues of it."""
    lacking = missing()
    if lacking is not None:
        builder.issue(lacking)
        return
    from dagster_project.extraction.read.ocr.pages import recognised
    from dagster_project.extraction.read.ocr.recognised import put

    put(sharing.once([image], lambda: recognised(image)), builder, page)


def draw(page: Any, is_glimpse: bool = False) -> Image:
    """Return a page of pypdfium2, drawn as it is displayed: at the scale recognition likes, or small for a glimpse."""
    from dagster_project.extraction.read.ocr.images import drawn, glimpsed

    return glimpsed(page) if is_glimpse else drawn(page)


def recognise_part(drawn: Callable[[bool], Image | None], part: Area, number: int, is_scan: bool) -> Content:
    """Return what stands on a part of a page, which is drawn for a glimpse, or as a whole.

    Nothing where it shows no ruled lines and is no scan: a photograph, or a chart.
    """
    from dagster_project.extraction.read.ocr.images import shows_table

    builder = Builder("picture")
    glimpse = None if is_scan else drawn(True)
    if is_scan or (glimpse is not None and shows_table(_part(glimpse, part))):
        image = drawn(False)
        if image is not None:
            recognise(_part(image, part), builder, number)
    return builder.content()


def recognise_cells(image: Image, parts: Sequence[Area]) -> list[Text]:
    """Return the text of cells on the image of a page, one line each."""
    from dagster_project.extraction.read.ocr import engine
    from dagster_project.extraction.read.ocr.texts import read_line

    cells = [_part(image, part, WALL) for part in parts]
    return sharing.once(cells, lambda: [read_line(words) for words in engine.words(cells)])


def _part(image: Image, part: Area, margin: int = 0) -> Image:
    height, width = image.shape[:2]
    left, top, right, bottom = part
    rows = slice(int(top * height) + margin, int(bottom * height) + 1 - margin)
    return image[rows, int(left * width) + margin : int(right * width) + 1 - margin].copy()


@cache
def missing() -> Issue | None:
    """Return the issue of a scan that cannot be read because the extra is not installed, None where it is."""
    if all(find_spec(name) is not None for name in NEEDED):
        return None
    message = f"This is a scan: an image, without text. To have scans read, run once: {INSTALL}"
    return Issue(IssueCode.OCR_NEEDED, Severity.ERROR, message, unread=Unread.PICTURES, unread_count=1)

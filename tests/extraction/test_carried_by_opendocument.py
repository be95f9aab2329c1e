"""What OpenDocument files show in frames and shapes is read, or told."""

from __future__ import annotations

import io
import zipfile

import pytest
from carrying import METAFILE, RECOGNISED, issues, picture
from kinds import RIGHT, STATEMENT, TITLE, UNIT, outcome

DECLARED = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "svg": "svg-compatible",
        "office": "office",
        "table": "table",
        "text": "text",
        "draw": "drawing",
    }.items()
)
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def opendocument(kind: str, frame: str, parts: dict[str, bytes]) -> bytes:
    """Return a spreadsheet or a text with the titles of the statement and a frame."""
    if kind == "spreadsheet":
        cells = "".join(
            f"<table:table-row><table:table-cell><text:p>{line}</text:p></table:table-cell></table:table-row>"
            for line in (TITLE, STATEMENT, UNIT)
        )
        inner = f'<table:table table:name="表"><table:shapes>{frame}</table:shapes>{cells}</table:table>'
    else:
        inner = "".join(f"<text:p>{line}</text:p>" for line in (TITLE, STATEMENT, UNIT)) + f"<text:p>{frame}</text:p>"
    body = f"<office:body><office:{kind}>{inner}</office:{kind}></office:body>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("content.xml", f"<office:document-content{DECLARED} {LINK}>{body}</office:document-content>")
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


KINDS = pytest.mark.parametrize("kind", ["spreadsheet", "text"])


@RECOGNISED
@KINDS
def test_a_picture_in_a_frame_is_read(kind: str) -> None:
    frame = '<draw:frame svg:width="20cm" svg:height="15cm"><draw:image xlink:href="Pictures/1.png"/></draw:frame>'
    found = outcome(opendocument(kind, frame, {"Pictures/1.png": picture()}))
    assert found.rows == RIGHT
    assert "count_differs" not in dict(found.issues)


@KINDS
@pytest.mark.parametrize(("body", "unread"), [("office:chart", "pictures"), ("office:spreadsheet", "objects")])
def test_an_object_in_a_frame_is_told_and_its_picture_is_not(kind: str, body: str, unread: str) -> None:
    shown = '<draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/>'
    frame = f'<draw:frame svg:width="20cm" svg:height="15cm">{shown}</draw:frame>'
    parts = {"Object 1/content.xml": f"<{body}/>".encode(), "ObjectReplacements/Object 1": METAFILE}
    content = opendocument(kind, frame, parts)
    assert [told for _, told in issues(content, "left_out")] == [unread]
    assert not issues(content, "ocr_needed")


def test_a_shape_that_is_fixed_to_a_cell_is_no_part_of_what_the_cell_shows() -> None:
    shape = "<draw:custom-shape><text:p>其中教育支出35.5万元。</text:p></draw:custom-shape>"
    row = f"<table:table-row><table:table-cell>{shape}</table:table-cell></table:table-row>"
    found = outcome(opendocument("spreadsheet", f"</table:shapes>{row}<table:shapes>", {}))
    assert found.in_text == [355_000]
    assert "count_differs" not in dict(found.issues)


def test_a_cell_that_is_repeated_without_end_is_told() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16000"><text:p>1</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1000">{cell}</table:table-row>'
    found = outcome(opendocument("spreadsheet", f"</table:shapes>{row}<table:shapes>", {}))
    assert "Delete the empty rows" in dict(found.issues)["left_out"]


@KINDS
@pytest.mark.parametrize("name", ["custom-shape", "rect", "caption", "connector"])
@pytest.mark.parametrize("is_grouped", [False, True])
def test_the_text_of_a_shape_is_read(kind: str, name: str, is_grouped: bool) -> None:
    shape = f"<draw:{name}><text:p>其中教育支出35.5万元。</text:p></draw:{name}>"
    shape = f"<draw:g>{shape}</draw:g>" if is_grouped else shape
    found = outcome(opendocument(kind, shape, {}))
    assert found.in_text == [355_000]
    assert "count_differs" not in dict(found.issues)

"""What kind of file some bytes are, by signature and content, never by name; and what to do with a kind not read."""

from __future__ import annotations

import io
import re
import zipfile
from typing import IO

from dagster_project.extraction.read.package import DAMAGED

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"{\\rtf", "rtf"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"GIF8", "picture"),
)
PICTURES = re.compile(rb"BM.{4}\0{4}|RIFF.{4}WEBP", re.DOTALL)
"""How pictures begin whose first bytes words may have too."""
PDF = re.compile(rb"(^|[\r\n])(\xef\xbb\xbf)?[ \t]*%PDF-\d")
BEFORE_PDF = 1024
"""Bytes that may stand before a PDF, by its standard: servers leave blank lines, marks and headers there."""
PARTS = {
    "xl/workbook.xml": "xlsx",
    "word/document.xml": "docx",
    "xl/workbook.bin": "xlsb",
    "ppt/presentation.xml": "pptx",
    "ofd.xml": "ofd",
    "content.xml": "opendocument",
}
"""The part of a ZIP that tells what it is."""
STREAMS = {
    "Workbook": "xls",
    "Book": "xls",
    "WordDocument": "doc",
    "PowerPoint Document": "ppt",
    "EncryptedPackage": "protected",
}
"""The stream of an OLE file that tells what it is; the first in its directory is its own, later ones are embedded."""
DIRECTIVES = re.compile(r"(\s*(<%.*?%>|<\?(?!xml).*?\?>))+", re.DOTALL)
"""What a page begins with that was saved before its server had seen it."""
HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|(html|head|body|meta|title|style|script|table|div)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
SPREADSHEET = re.compile(r"""progid=["']Excel|urn:schemas-microsoft-com:office:spreadsheet["']""")
XML_OF_OFFICE = re.compile(r"""progid=["']Word|schemas.microsoft.com/office/word/2003""")
FLAT = re.compile(r"urn:oasis:names:tc:opendocument:xmlns:office:")
MHTML = re.compile(
    r"\s*([\w-]+:[^\n]*\n([ \t]+[^\n]*\n)*)*?MIME-Version:.*?(multipart/(related|alternative)|text/html)",
    re.IGNORECASE | re.DOTALL,
)
HEAD = 4096

UNPACK = "Unpack it, and deliver the documents in it, or a ZIP of them"
REMEDIES = {
    "doc": "It is a Word document of the old kind (.doc or .wps); it is read through LibreOffice where that is "
    "installed. Install it, or save the document as .docx in Word or WPS; for many at once: "
    "soffice --headless --convert-to docx *.doc",
    "protected": "It is an Office document protected by a password. Save it without one, and deliver it again",
    "xlsb": "It is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx",
    "office_xml": "It is a document saved as XML. Open it in Word and save it as .docx",
    "picture": "It is a picture of a kind that is not read (TIFF, GIF, BMP, WebP). Save it as PNG or PDF",
    "flat_opendocument": "It is an OpenDocument file in one piece of XML. Open it in LibreOffice and save it as .xlsx "
    "or .docx",
    "ppt": "It is a presentation. Save it as PDF",
    "pptx": "It is a presentation. Save it as PDF",
    "rtf": "It is a document in Rich Text Format. Open it in Word or WPS and save it as .docx",
    "rar": f"It is a RAR archive; it is read where libarchive and its Python package are installed. {UNPACK}",
    "7z": f"It is a 7-Zip archive. {UNPACK}",
    "gzip": f"It is a gzip archive. {UNPACK}",
    "zip": "It is a ZIP of documents, and was given as one. Put it into the raw folder, where each is read by itself",
    "damaged": "The file is damaged or not complete. Open and save it again, or fetch it again",
    "ole": "The file is damaged, or of an old kind of Office. Open it in its program and save it as .xlsx or .docx",
}
"""What to do with a file of a kind that no reader is registered for."""
UNREADABLE = {"damaged", "protected", "ole"}
"""Kinds that would be read if they opened."""


PAGE, IMAGE = {"html", "mhtml"}, {"png", "jpeg"}
WORKBOOK, WORD = {"xlsx", "xls", "ods", "spreadsheetml", *PAGE}, {"docx", "doc", "odt", *PAGE}
NAMED = {
    **dict.fromkeys(("xlsx", "xlsm", "xls", "et", "ods"), WORKBOOK),
    **dict.fromkeys(("docx", "docm", "doc", "wps", "odt"), WORD),
    **dict.fromkeys(("html", "htm", "shtml", "mht", "mhtml", "jsp", "asp", "aspx", "php"), PAGE),
    **dict.fromkeys(("png", "jpg", "jpeg"), IMAGE),
    "pdf": {"pdf"},
    "ofd": {"ofd"},
}
"""What may stand in a file, by the ending of its name: each office opens what others save, and saves pages."""


def recognise(content: bytes) -> str:
    """Return the format of some bytes; `text` where nothing tells."""
    found = next((name for signature, name in SIGNATURES if content.startswith(signature)), None)
    if found == "zip":
        return kind_of_zip(io.BytesIO(content))
    if found == "ole":
        return _kind_of_ole(content)
    if found:
        return found
    if PICTURES.match(content):
        return "picture"
    if PDF.search(content[:BEFORE_PDF]):
        return "pdf"
    head = _head(content)
    if MHTML.match(head):
        return "mhtml"
    if head.lstrip().startswith(("<?xml", "<Workbook", "<ss:Workbook")):
        for kind, sign in (("spreadsheetml", SPREADSHEET), ("office_xml", XML_OF_OFFICE), ("flat_opendocument", FLAT)):
            if sign.search(head):
                return kind
    return "html" if HTML.match(without_directives(head)) else "text"


def without_directives(text: str) -> str:
    """Return a page without the directives for its server that it begins with."""
    found = DIRECTIVES.match(text)
    return text[found.end() :] if found else text


def kind_of_zip(content: IO[bytes]) -> str:
    """Return what a ZIP is: a document of some kind, `zip` for one of documents, `damaged` where it does not open."""
    try:
        with zipfile.ZipFile(content) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
    except DAMAGED:
        return "damaged"
    return next((kind for part, kind in PARTS.items() if part in names), "zip")


def _kind_of_ole(content: bytes) -> str:
    found = []
    for name, kind in STREAMS.items():
        # a directory entry: the name in UTF-16, closed by a zero, at a multiple of 128 bytes
        at = content.find(name.encode("utf-16-le") + b"\0\0")
        while at >= 0 and at % 128:
            at = content.find(name.encode("utf-16-le") + b"\0\0", at + 1)
        if at >= 0:
            found.append((at, kind))
    return min(found)[1] if found else "ole"


def _head(content: bytes) -> str:
    """Return the beginning of a text, as far as its ASCII goes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content[:HEAD].decode("utf-16", "replace")
    return content[:HEAD].removeprefix(b"\xef\xbb\xbf").decode("latin-1")

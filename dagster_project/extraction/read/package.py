"""The parts of an Office package (XLSX, DOCX): a ZIP of a stranger, opened within bounds and packed again, clean.

Only XML is kept; macros, pictures and whatever else is embedded are emptied, so that no library sees them.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

from dagster_project.extraction.model.issues import Issue, IssueCode, Severity

MOST_PARTS = 5_000
MOST_BYTES = 192 * 2**20
"""Of all parts together, unpacked. The largest budget workbooks have a tenth of it."""
LARGEST_PART = 64 * 2**20
"""Of a part that is no XML."""
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
"""What opening a ZIP that is damaged, hostile or packed in a rare way can raise."""
Parts = dict[str, bytes]
STRICT = b"http://purl.oclc.org/ooxml/"
NAMESPACES = (
    (STRICT + b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (STRICT + b"spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (STRICT + b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (STRICT + b"drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""ISO/IEC 29500 has two kinds; what Office saves as strict differs from the common one in these names alone."""


def is_xml(name: str) -> bool:
    """Tell whether a part is XML by its name."""
    return name.lower().endswith((".xml", ".rels"))


def open_package(content: bytes, is_wanted: Callable[[str], bool] = is_xml) -> Parts | Issue:
    """Return the parts of a package by name, those not wanted empty; an Issue where it must not be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = package.infolist()
            if len(members) > MOST_PARTS or sum(member.file_size for member in members) > MOST_BYTES:
                return unreadable(
                    f"Unpacked, the file is larger than {MOST_BYTES // 2**20} MB or {MOST_PARTS} parts",
                    "Split it, or remove what is not the document",
                )
            if any(member.flag_bits & 1 for member in members):
                return unreadable("The file is protected by a password", "Save it without one, and deliver it again")
            parts = {
                member.filename.replace("\\", "/"): package.read(member) if is_wanted(member.filename) else b""
                for member in members
            }
    except DAMAGED:
        return unreadable("The file is damaged or not complete", "Open and save it again, or fetch it again")
    # Office never writes a DTD; its only use here is to make a small file large
    if any(b"<!DOCTYPE" in part[:4096] or b"<!ENTITY" in part[:4096] for part in parts.values()):
        return unreadable("The file defines XML entities", "Open it in an office program and save it again")
    return parts


def transitional(parts: Parts) -> Parts:
    """Return parts of the strict kind of Office Open XML by the names that every other file calls its elements."""
    if not any(STRICT in part for part in parts.values()):
        return parts
    return {name: _in_other_words(part) for name, part in parts.items()}


def _in_other_words(part: bytes) -> bytes:
    for strict, common in NAMESPACES:
        part = part.replace(strict, common)
    return part


def read_part(content: bytes, name: str) -> bytes | None:
    """Return one part of a package that was opened, whatever it is; None where it is damaged or too large."""
    return part_reader(content)(name)


def part_reader(content: bytes) -> Callable[[str], bytes | None]:
    """Return what reads parts as `read_part` does, of a package of many: what it holds is looked up once."""
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGED:
        return lambda name: None
    members = {member.filename.replace("\\", "/"): member for member in reversed(package.infolist())}

    def read(name: str) -> bytes | None:
        member = members.get(name)
        try:
            return package.read(member) if member is not None and member.file_size <= LARGEST_PART else None
        except DAMAGED:
            return None

    return read


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a ZIP without compression."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


def has_macros(parts: Mapping[str, bytes]) -> bool:
    """Tell whether the package carries a project of macros."""
    return any(name.lower().endswith("vbaproject.bin") for name in parts)


MACROS = Issue(IssueCode.LEFT_OUT, Severity.NOTE, "The file carries macros. They were neither run nor read.")


def unreadable(what: str, remedy: str) -> Issue:
    """Return the issue of a file from which nothing is read: what is wrong, and what to do."""
    return Issue(IssueCode.UNREADABLE_FILE, Severity.ERROR, f"{what}. {remedy}.")

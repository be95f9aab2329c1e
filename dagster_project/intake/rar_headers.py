"""What the headers of a RAR archive tell: its members in order with their checksums, and that it is whole.

libarchive takes an archive that is cut off between two members for one that ends there, and as it is commonly built
looks at no checksum of what it unpacks.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dagster_project.intake.folder import Unreadable

DAMAGED = "The RAR archive is damaged, has a password, or is packed in a rare way. Pack it again, as a ZIP."
PART = "The RAR archive is one part of several. Unpack them together, and deliver the documents or a ZIP of them."
MARKS = {4: b"Rar!\x1a\x07\x00", 5: b"Rar!\x1a\x07\x01\x00"}
LONGEST = 2**21
"""Bytes of a header, at most."""
FILE_4, END_4, HAS_DATA_4, LARGE_4, SPLIT_4 = 0x74, 0x7B, 0x8000, 0x100, 0x03
FILE_5, LOCKED_5, END_5 = 2, 4, 5
EXTRA_5, DATA_5, SPLIT_5, TIME_5, CHECKSUM_5 = 1, 2, 0x18, 2, 4


class Packed(NamedTuple):
    """A file or a folder of an archive: the CRC-32 of what it unpacks to, where it tells one, and its name there."""

    checksum: int | None
    name: bytes = b""


class Header(NamedTuple):
    """A header: its end in the archive with its data, the member that it is of, and whether it ends the archive."""

    end: int
    member: Packed | None = None
    is_last: bool = False


def packed_in(archive: int) -> list[Packed]:
    """Return the members of an archive, by its descriptor. Raises Unreadable where it is not whole."""
    size, place, members = os.fstat(archive).st_size, 0, []
    version = 5 if os.pread(archive, 8, 0) == MARKS[5] else 4
    read: Callable[[bytes, int], Header] = _header_5 if version == 5 else _header_4
    place = len(MARKS[version])
    while place < size:
        try:
            header = read(os.pread(archive, LONGEST, place), place)
        except (struct.error, IndexError, ValueError) as error:
            raise Unreadable(DAMAGED) from error
        members += [header.member] if header.member is not None else []
        place = header.end
        if header.is_last:
            return members
    if version == 5 or place > size:  # older archives end with their last member
        raise Unreadable(DAMAGED)
    return members


def _header_4(found: bytes, place: int) -> Header:
    checksum, kind, flags, length = struct.unpack_from("<HBHH", found)
    if length < 7 or len(found) < length or zlib.crc32(found[2:length]) & 0xFFFF != checksum:
        raise ValueError("damaged")
    data = struct.unpack_from("<I", found, 7)[0] if flags & HAS_DATA_4 else 0
    if kind != FILE_4:
        return Header(place + length + data, None, kind == END_4)
    if flags & SPLIT_4:
        raise Unreadable(PART)
    if flags & LARGE_4:
        data += struct.unpack_from("<I", found, 32)[0] << 32
    start = 40 if flags & LARGE_4 else 32
    name = found[start : start + struct.unpack_from("<H", found, 26)[0]]
    return Header(place + length + data, Packed(struct.unpack_from("<I", found, 16)[0], name))


def _header_5(found: bytes, place: int) -> Header:
    length, start = _number(found, 4)
    end = start + length
    if len(found) < end or zlib.crc32(found[4:end]) != struct.unpack_from("<I", found)[0]:
        raise ValueError("damaged")
    numbers = _numbers(found[:end], start)
    kind, flags = next(numbers)[0], next(numbers)[0]
    if kind == LOCKED_5:
        raise Unreadable(DAMAGED)
    if flags & EXTRA_5:
        next(numbers)
    data = next(numbers)[0] if flags & DATA_5 else 0
    if kind != FILE_5:
        return Header(place + end + data, None, kind == END_5)
    if flags & SPLIT_5:
        raise Unreadable(PART)
    flags = next(numbers)[0]
    next(numbers)
    after = next(numbers)[1] + (4 if flags & TIME_5 else 0)
    checksum = struct.unpack_from("<I", found, after)[0] if flags & CHECKSUM_5 else None
    return Header(place + end + data, Packed(checksum))


def _numbers(found: bytes, place: int) -> Iterator[tuple[int, int]]:
    """Yield the numbers that follow one another, each with where it ends."""
    while True:
        number, place = _number(found, place)
        yield number, place


def _number(found: bytes, place: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, lowest first, and where it ends."""
    number = 0
    for shift in range(0, 70, 7):
        byte = found[place]
        place += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, place
    raise ValueError("too long")

"""What stands in the streams of a PDF, unpacked only as far as it is safe."""

from __future__ import annotations

import binascii
import re
import zlib
from base64 import a85decode

MEGABYTE = 1 << 20
DRAWING = 6 * MEGABYTE
"""What the drawing of a page, or a list of objects, may unpack to."""
DATA = 256 * MEGABYTE
"""What an image or a font may."""
MOST = 1_032
"""What deflate makes of one byte, at most."""
HEAD = 256
CHUNK = 1 << 16
PACKED = 64_000
"""Bytes in a packing that is not looked into (LZW)."""
FILTER = re.compile(rb"/(FlateDecode|Fl|LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx|RunLengthDecode|RL)\b")


class TooMuch(Exception):
    """A stream unpacks to more than it may."""


def unpacked(filters: list[bytes], packed: bytes | memoryview) -> bytes:
    """Unpack a drawing; raise TooMuch before it fills the memory. What cannot be unpacked is returned as it is."""
    for name in filters:
        if name.startswith(b"A"):
            packed = unwritten(name, bytes(packed))
        elif name.startswith(b"Fl"):
            packed = inflated(packed, DRAWING)
        elif len(packed) > PACKED:
            raise TooMuch
        else:
            break
    return bytes(packed)


def inflated(packed: bytes | memoryview, limit: int, keep: bool = True) -> bytes:
    """Inflate bytes piece by piece, up to a limit. What is not deflated (but encrypted) is nothing."""
    inflate, kept, size = zlib.decompressobj(), [], 0
    try:
        while piece := inflate.decompress(packed, CHUNK):
            size += len(piece)
            if size > limit:
                raise TooMuch
            if keep:
                kept.append(piece)
            packed = inflate.unconsumed_tail
    except zlib.error:
        # encrypted or damaged: pdfium decides what becomes of it, and what was inflated so far has been counted
        return b"".join(kept)
    return b"".join(kept)


def check(filters: list[bytes], packed: memoryview) -> None:
    """Raise TooMuch where a stream unpacks to more than a page, a font or an image needs."""
    if len(filters) > 1:
        unpacked(filters, packed)
    elif filters[0].startswith(b"Fl"):
        limit = DRAWING if _is_drawing(packed) else DATA
        if len(packed) * MOST > limit:
            inflated(packed, limit, keep=False)
    elif not filters[0].startswith(b"A") and len(packed) > PACKED:
        raise TooMuch


def _is_drawing(packed: memoryview) -> bool:
    """Tell whether bytes are the operators of a page: printable, with blanks between them."""
    try:
        head = zlib.decompressobj().decompress(packed, HEAD)
    except zlib.error:
        return False
    return all(32 <= byte < 127 or byte in b"\r\n\t" for byte in head) and bool(set(head) & set(b" \n"))


def unwritten(name: bytes, written: bytes) -> bytes:
    """Return the bytes that stand in letters (ASCII85, hexadecimal); none where they cannot be read."""
    try:
        if name in (b"ASCII85Decode", b"A85"):
            return a85decode(written.partition(b"~>")[0].strip().removeprefix(b"<~"))
        return binascii.unhexlify(b"".join(written.partition(b">")[0].split()))
    except ValueError:
        return b""

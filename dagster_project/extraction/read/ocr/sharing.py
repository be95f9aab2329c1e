"""Pictures of one document that several processes recognise, each its share, and one puts together.

What was recognised is known by its pixels, so that who draws the same page finds it again; a process that draws it
otherwise recognises it itself. A process that is told nothing recognises all of a document.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from dagster_project.extraction.read.ocr.images import Image

Found = TypeVar("Found")


class Share(NamedTuple):
    """The pictures of a document that one process recognises: every `of`-th, from number `at` on."""

    at: int
    of: int


class ManyPictures(Exception):
    """A document has more pictures than one process is to recognise: it is left off before the first."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} pictures are to be recognised.")
        self.count = count


class Sharing:
    """What this process recognises of a document, and what others have recognised of it.

    Beyond so many pictures it recognises none (`most`), or, where it has a share, only that.
    """

    def __init__(self, share: Share | None = None, most: int | None = None, known: Iterable[bytes] = ()) -> None:
        self.share, self.most = share, most
        self.known: dict[bytes, Any] = {}
        for packed in known:
            self.known |= pickle.loads(packed)

    def packed(self) -> bytes:
        """Return all that is known, for another process of the same code."""
        return pickle.dumps(self.known)


_TOLD: ContextVar[Sharing | None] = ContextVar("sharing", default=None)


@contextmanager
def told(sharing: Sharing) -> Iterator[None]:
    """Let what is read in the block be shared so."""
    before = _TOLD.set(sharing)
    try:
        yield
    finally:
        _TOLD.reset(before)


def expect(count: int) -> None:
    """Say how many pictures a document has; raises ManyPictures where these are too many for this process."""
    sharing = _TOLD.get()
    if sharing is not None and sharing.most is not None and count > sharing.most:
        raise ManyPictures(count)


def is_left_to_others(number: int) -> bool:
    """Tell whether another process recognises a picture of a document, which are counted from 0."""
    sharing = _TOLD.get()
    return sharing is not None and sharing.share is not None and number % sharing.share.of != sharing.share.at


def once(pictures: Sequence[Image], recognise: Callable[[], Found]) -> Found:
    """Return what `recognise` finds on pictures, or what another process has found there."""
    sharing = _TOLD.get()
    key = _digest(pictures) if sharing is not None else b""
    if sharing is not None and key in sharing.known:
        known: Found = sharing.known[key]
        return known
    found = recognise()
    if sharing is not None:
        sharing.known[key] = found
    return found


def _digest(pictures: Iterable[Image]) -> bytes:
    digest = blake2b(digest_size=16)
    for picture in pictures:
        digest.update(repr(picture.shape).encode())
        digest.update(picture.tobytes())
    return digest.digest()

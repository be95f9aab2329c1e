"""What a slot is sent for: a document, or a share of its pictures, so that a large scan keeps more than one slot busy.

A document with many pictures comes back unread with their number; slots recognise a share each; what they found goes
along when it is sent for again. Who reads it then recognises only what is missing: what comes of it is the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dagster_project.errors import RunFailed
from dagster_project.extraction.read.ocr.sharing import ManyPictures, Share, Sharing, told
from dagster_project.store.costs import Cost
from dagster_project.store.failures import Failure
from dagster_project.store.surroundings import Entry
from dagster_project.store.worker import Reading, what_goes_wrong

PICTURES, RECOGNISED = "pictures", "recognised"
"""Names of the files that come back in place of tables: how many pictures there are, what was recognised on some."""
SHARE = 8
"""Pictures that one slot recognises of a document, at most; each takes a second or two."""


@dataclass(frozen=True)
class Errand:
    """A document to be read, with what is `known` of its pictures where others were sent for these; or such a share."""

    entry: Entry
    share: Share | None = None
    known: tuple[bytes, ...] | None = None

    @property
    def at(self) -> int | None:
        """The number of the share, None for a document."""
        return self.share.at if self.share else None

    @property
    def name(self) -> tuple[str, int | None]:
        """What it is known by: the hash of the document's content, and the number of its share."""
        return self.entry.document.content_sha256, self.at

    def sharing(self) -> Sharing:
        """Return what is told to who reads the document."""
        is_first = self.share is None and self.known is None
        return Sharing(self.share, SHARE if is_first else None, self.known or ())


@dataclass(frozen=True)
class ErrandWork:
    """Does errands in a worker process: keeps tables as a reading does, or what stands in their place."""

    reading: Reading

    def attempt(self, errand: Errand, seconds: int) -> Failure | RunFailed | None:
        """Do an errand in so many seconds, and return what went wrong."""
        return what_goes_wrong(lambda: self._do(errand, seconds))

    def _do(self, errand: Errand, seconds: int) -> None:
        parts, key = self.reading.parts, errand.entry.key
        sharing = errand.sharing()
        try:
            with told(sharing):
                self.reading.read(errand.entry, seconds)
        except ManyPictures as many:
            parts.unpack(key, {PICTURES: str(many.count).encode()})
        if errand.share is not None:
            parts.drop(key)
            parts.unpack(key, {RECOGNISED: sharing.packed()})


class Answer(NamedTuple):
    """What came of an errand: what went wrong, its cost, and the files of the document's parts."""

    failure: Failure | None
    cost: Cost
    files: dict[str, bytes]


@dataclass
class Shared:
    """A document of which shares are under way: how many, and what came of the others."""

    waiting: int
    known: list[bytes] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)

    def add(self, answer: Answer) -> None:
        """Keep what a share brought; one that failed brought nothing, and whoever reads the document meets the same."""
        self.waiting -= 1
        self.costs.append(answer.cost)
        self.known += [answer.files[RECOGNISED]] if RECOGNISED in answer.files else []

    def cost(self, cost: Cost) -> Cost:
        """Return what the document took, with all its shares."""
        costs = [*self.costs, cost]
        return Cost(sum(each.seconds for each in costs), max(each.megabytes for each in costs))


class Errands:
    """What is still to be sent for of documents that are read in parts."""

    def __init__(self) -> None:
        self._shared: dict[str, Shared] = {}

    def follow(self, errand: Errand, answer: Answer) -> Iterator[Errand]:
        """Yield what is to be sent for now that an errand is done; nothing where its document is, or others are out."""
        sha = errand.entry.document.content_sha256
        if PICTURES in answer.files:
            of = -(-int(answer.files[PICTURES]) // SHARE)
            self._shared[sha] = Shared(of, costs=[answer.cost])
            yield from (Errand(errand.entry, Share(at, of)) for at in range(of))
        elif errand.share is not None:
            shared = self._shared[sha]
            shared.add(answer)
            if not shared.waiting:
                yield Errand(errand.entry, known=tuple(shared.known))

    def are_out(self, errand: Errand) -> bool:
        """Tell whether shares of a document are still out."""
        shared = self._shared.get(errand.entry.document.content_sha256)
        return shared is not None and shared.waiting > 0

    def cost(self, errand: Errand, answer: Answer) -> Cost:
        """Return what a document took that is done, with all its shares."""
        shared = self._shared.pop(errand.entry.document.content_sha256, None)
        return shared.cost(answer.cost) if shared else answer.cost

"""What lies in the raw folder: the documents, copied into the archive while they are hashed, and what is told of them.

A ZIP of documents is so many documents, `outer.zip!/inner.pdf`; its sidecar is theirs.
Does not belong here: what a document says. Each file is read once, and what is read of it later is read in the archive.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from dagster_project.atomic import write_table
from dagster_project.errors import UsageError
from dagster_project.intake.archive import Copy, copied, is_kept
from dagster_project.intake.folder import Found, Unreadable, chunks, opened, printable, walk
from dagster_project.intake.known import Content, KnownFiles, Stamp
from dagster_project.intake.sidecar import SIDECAR, Source, read_sidecar
from dagster_project.intake.zips import INSIDE, as_zip, members

NOT_DOCUMENTS = {"corrections.yml", "findings_review.yml", "readme.md", "readme.zh-cn.md"}
FAILED = "The file cannot be read to its end. Check the disk it lies on, and deliver it again."
CHANGED = "The file changed while it was read. What was read is published; run again once it is whole."
INVENTORY = "_inventory.parquet"
EMPTY_ZIP = "The ZIP holds no document. Remove it."


@dataclass(frozen=True)
class RawDocument:
    """One document below the raw folder; `file` is its path there, with forward slashes and fit to print.

    Its bytes are in the archive, unless there is a problem. A remark is told, and the document is read all the same.
    """

    file: str
    content_sha256: str
    size: int
    source: Source
    archived: Path | None = None
    problem: str | None = None
    remark: str | None = None

    def read_bytes(self) -> bytes:
        """Return the bytes of the document; there are none where it has a problem."""
        return self.archived.read_bytes() if self.archived else b""

    @property
    def bucket(self) -> str:
        """First two hex digits of the content hash: the partition its rows are stored in."""
        return self.content_sha256[:2]


def take_inventory(raw: Path, archive: Path, known: KnownFiles | None = None) -> tuple[RawDocument, ...]:
    """Return the documents below a folder, ordered by path, each in the archive; what cannot be read has a problem.

    Hidden files, READMEs and our own YAML are not documents. A file that is known to be unchanged is not read again.
    Raises UsageError where the folder cannot be listed, NotKnown where a file must be read and may not.
    """
    if not raw.is_dir():
        raise UsageError(f"There is no raw folder {raw}. Create it, or name another with --raw or YUSUAN_RAW.")
    if archive.resolve().is_relative_to(raw.resolve()):
        raise UsageError(f"What is made would lie in the raw folder {raw}. Name another folder with --data.")
    files = known or KnownFiles(None)
    documents = [document for found in find_documents(raw) for document in _look_at(found, raw, archive, files)]
    files.write()
    return tuple(_told_apart(sorted(documents, key=lambda document: document.file)))


def write_inventory(documents: Iterable[RawDocument], folder: Path) -> None:
    """Write file and hash of each document as Parquet: what the extracted tables are held to."""
    rows = [(document.file, document.content_sha256) for document in documents]
    files, hashes = zip(*rows, strict=True) if rows else ((), ())
    columns = {"document_file": pa.array(files, pa.string()), "content_sha256": pa.array(hashes, pa.string())}
    write_table(pa.table(columns), folder / INVENTORY)


def read_inventory(folder: Path) -> pa.Table:
    """Return what `write_inventory` wrote."""
    return pq.read_table(folder / INVENTORY, partitioning=None)


def find_documents(raw: Path) -> Iterator[Found]:
    """Yield the files below a folder that are documents, and what cannot be listed, without opening any."""
    return (found for found in walk(raw) if found.problem or _is_document(found.path.name))


def _is_document(name: str) -> bool:
    return not (name.startswith((".", "~$")) or name.lower() in NOT_DOCUMENTS or name.endswith(SIDECAR))


def _look_at(found: Found, raw: Path, archive: Path, files: KnownFiles) -> Iterator[RawDocument]:
    file, remark = printable(found.path, raw)
    unread = RawDocument(file, _sha256(file), 0, Source(), problem=found.problem, remark=remark)
    if found.problem:
        yield unread
        return
    source = read_sidecar(found.path, raw)
    try:
        with opened(found.path, raw) as opening:
            before = os.fstat(opening.fileno())
            documents = _unchanged(files.contents(file, Stamp.of(before)), archive)
            if not documents:
                with copied(chunks(opening, (OSError,), FAILED), archive) as copy:
                    documents = list(_documents(file, copy, archive))
                after = os.fstat(opening.fileno())
                if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
                    remark = " ".join(filter(None, (remark, CHANGED)))
                else:
                    files.remember(file, Stamp.of(after), map(_content, documents))
            yield from (replace(document, source=source, remark=remark) for document in documents)
    except Unreadable as error:
        yield replace(unread, source=source, problem=str(error))


def _content(document: RawDocument) -> Content:
    return Content(document.file, document.content_sha256, document.size, document.problem)


def _unchanged(contents: Iterable[Content], archive: Path) -> list[RawDocument]:
    """Return the documents that an unchanged file holds; none where the archive lacks the bytes of one."""
    documents = []
    for file, sha256, size, problem in contents:
        if not (problem or is_kept(archive, sha256, size)):
            return []
        documents.append(RawDocument(file, sha256, size, Source(), None if problem else archive / sha256, problem))
    return documents


def _documents(file: str, copy: Copy, archive: Path) -> Iterator[RawDocument]:
    """Yield the document whose bytes are given, or those that they hold packed."""
    packed = as_zip(copy.content)
    if packed is None:
        yield _kept(file, copy, archive)
        return
    is_empty = True
    for member in members(packed, archive):
        inner = f"{file}{INSIDE}{member.name}"
        if member.copy is None:
            is_empty = False
            yield RawDocument(inner, _sha256(inner), 0, Source(), problem=member.problem)
        elif _is_document(member.name.rpartition("/")[2]):
            is_empty = False
            yield _kept(inner, member.copy, archive)
    if is_empty:
        yield replace(_kept(file, copy, archive), problem=EMPTY_ZIP)


def _kept(file: str, copy: Copy, archive: Path) -> RawDocument:
    return RawDocument(file, copy.sha256, copy.size, Source(), copy.keep(archive))


def _told_apart(documents: Iterable[RawDocument]) -> Iterator[RawDocument]:
    """Give a number to a document that would bear the name of another, as two names that are told alike do."""
    taken: set[str] = set()
    for document in documents:
        name, number = document.file, 1
        while name in taken:
            number += 1
            name = f"{document.file} ({number})"
        taken.add(name)
        yield document if name == document.file else _renamed(document, name)


def _renamed(document: RawDocument, name: str) -> RawDocument:
    # the hash of what has no bytes is that of its name
    sha256 = document.content_sha256 if document.archived else _sha256(name)
    return replace(document, file=name, content_sha256=sha256)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

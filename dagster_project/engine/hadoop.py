"""Files of any file system that Hadoop knows, through the Java process that runs beside this one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dagster_project.engine.spark import refuse_without_spark
from dagster_project.store.surroundings import Entry

PATTERN = re.compile(r"[{}\[\]*?\\]")
"""What Hadoop takes for a pattern in the path of what is to be read."""


class HadoopFile(NamedTuple):
    """A file below a folder: its path there, its bytes, milliseconds of its last change, and what Java calls it."""

    path: str
    size: int
    modified: int
    address: Any


class HadoopFolder:
    """A folder at an address, as `hdfs://host/raw` or `s3a://bucket/raw`; keys and hosts are Spark's configuration.

    An address of Hadoop is no URL: a blank and a percent sign stand for themselves.
    """

    def __init__(self, address: str) -> None:
        refuse_without_spark()
        from pyspark import SparkConf, SparkContext

        SparkContext._ensure_initialized()
        self.java: Any = SparkContext._jvm
        hadoop = self.java.org.apache.spark.deploy.SparkHadoopUtil.get().newConfiguration(SparkConf()._jconf)
        self.path = self.java.org.apache.hadoop.fs.Path(address)
        system = self.path.getFileSystem(hadoop)
        # on a disk without the files of checksums that Hadoop puts beside, whose names it cannot always make
        self.system = system.getRawFileSystem() if system.getScheme() == "file" else system
        self.address = str(self.system.makeQualified(self.path).toString())

    def files(self) -> Iterator[HadoopFile]:
        """Yield every file below the folder."""
        above = str(self.system.makeQualified(self.path).toUri().getPath()).rstrip("/") + "/"
        found = self.system.listFiles(self.path, True)
        while found.hasNext():
            status = found.next()
            address = status.getPath()
            path = str(address.toUri().getPath()).removeprefix(above)
            yield HadoopFile(path, int(status.getLen()), int(status.getModificationTime()), address)

    def fetch(self, file: HadoopFile, place: Path) -> None:
        """Copy a file to this machine."""
        raw_local_file_system = True
        self.system.copyToLocalFile(False, file.address, self._here(place), raw_local_file_system)

    def put(self, place: Path) -> None:
        """Copy a file of this machine into the folder, under its name, over what has it."""
        keep_source, overwrite = False, True
        there = self.java.org.apache.hadoop.fs.Path(self.path, place.name)
        self.system.copyFromLocalFile(keep_source, overwrite, self._here(place), there)

    def _here(self, place: Path) -> Any:
        # in three parts, since a name may hold what an address means something by
        return self.java.org.apache.hadoop.fs.Path("file", None, str(place))


def published(archive: Path, address: str | None, entries: Iterable[Entry]) -> str:
    """Return where executors find the bytes of documents by their hash, after putting there what was missing.

    Without an address it is the archive itself: executors run on this machine, or see it under the same path.
    """
    if address is None:
        return f"file://{archive}"
    folder = HadoopFolder(address)
    folder.system.mkdirs(folder.path)
    there = {file.path: file.size for file in folder.files()}
    for entry in entries:
        place = archive / entry.document.content_sha256
        if there.get(place.name) != place.stat().st_size:
            folder.put(place)
    return folder.address


def address_of(place: Path) -> str:
    """Return a file or a folder of this machine as Hadoop names it where it reads, meant as it is named."""
    return f"file://{meant_as_named(str(place))}"


def meant_as_named(path: str) -> str:
    """Return a path in which nothing is a pattern."""
    return PATTERN.sub(r"\\\g<0>", path)

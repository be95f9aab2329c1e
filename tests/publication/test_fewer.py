"""A release that lacks many of the documents readers have now is not published, unless that is meant."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dagster_project.errors import RunFailed, UsageError
from dagster_project.publication.fewer import refuse_fewer
from dagster_project.publication.releases import Release
from dagster_project.settings import accepted_loss


def release(folder: Path, count: int, unreadable: int = 0, copies: int = 0) -> Release:
    """Return a release of some documents read, after them some unreadable, and copies of the first."""
    numbers = [*range(count + unreadable), *[0] * copies]
    columns = {
        "content_sha256": [f"{number:064}" for number in numbers],
        "document_file": [f"{place}.pdf" for place in range(len(numbers))],
        "format": ["pdf"] * count + ["unreadable"] * unreadable + ["pdf"] * copies,
        "duplicate_of": pa.array([None] * (count + unreadable) + ["0"] * copies, pa.string()),
    }
    made = Release(folder)
    made.parquet.mkdir(parents=True)
    pq.write_table(pa.table(columns), made.parquet / "dim_documents.parquet")
    return made


@pytest.mark.parametrize(
    ("before", "after", "is_refused"),
    [(20, 18, False), (20, 17, True), (3, 2, False), (3, 1, True), (1, 0, False), (20, 40, False), (200, 0, True)],
)
def test_a_tenth_and_more_than_one_is_too_much(tmp_path: Path, before: int, after: int, is_refused: bool) -> None:
    current, new = release(tmp_path / "a[1]", before), release(tmp_path / "b'", after)
    if is_refused:
        with pytest.raises(RunFailed, match=rf"(?s)^{after} documents.*holds {before}\. Missing: .*--accept-fewer"):
            refuse_fewer(new, current, accepted_loss({}))
    else:
        refuse_fewer(new, current, accepted_loss({}))
    refuse_fewer(new, current, accepted_loss({"YUSUAN_ACCEPT_FEWER": "1"}))
    refuse_fewer(new, None, 0.0)


def test_what_cannot_be_read_any_more_is_missing_and_copies_are_not(tmp_path: Path) -> None:
    current = release(tmp_path / "a", 9, copies=9)
    refuse_fewer(release(tmp_path / "b", 9), current, 0.1)
    with pytest.raises(RunFailed, match=r"Missing: 2\.pdf, 3\.pdf, 4\.pdf, 5\.pdf, 6\.pdf and 2 more"):
        refuse_fewer(release(tmp_path / "c", 2, unreadable=7), current, 0.1)


@pytest.mark.parametrize("stated", ["many", "-1", "1.5", "nan"])
def test_a_share_that_is_none_is_wrong_usage(stated: str) -> None:
    with pytest.raises(UsageError, match="YUSUAN_ACCEPT_FEWER"):
        accepted_loss({"YUSUAN_ACCEPT_FEWER": stated})

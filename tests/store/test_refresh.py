"""A refresh reads what is new, rewrites what changed, and leaves the same bytes for the same documents."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from fake_extraction import fake_extract

from dagster_project.errors import RunFailed, UsageError
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.extraction.schemas import TABLES
from dagster_project.settings import Settings
from dagster_project.store.buckets import read_extracted
from dagster_project.store.ingredients import extractor_version
from dagster_project.store.refresh import RefreshReport, refresh


class Recorder:
    """The fake extractor, remembering the files it was shown."""

    def __init__(self) -> None:
        self.files: list[str] = []

    def __call__(self, content: bytes, file: str, corrections: tuple[Correction, ...]) -> Extraction:
        self.files.append(file)
        return fake_extract(content, file)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return a raw folder with two documents, one in a sub-folder."""
    (tmp_path / "raw" / "sub").mkdir(parents=True)
    (tmp_path / "raw" / "a.txt").write_text("alpha\n1")
    (tmp_path / "raw" / "sub" / "b.txt").write_text("beta\n2")
    (tmp_path / "raw" / "README.md").write_text("not a document")
    return Settings(tmp_path / "raw", tmp_path / "data")


def again(settings: Settings, version: str = "1") -> tuple[RefreshReport, list[str]]:
    """Refresh and return the report with the files that were read."""
    recorder = Recorder()
    return refresh(settings, recorder, version, isolated=False), recorder.files


def stored(settings: Settings) -> dict[str, bytes]:
    """Return the bytes of every bucket file."""
    files = settings.extracted.glob("*/bucket=*/part.parquet")
    return {file.relative_to(settings.extracted).as_posix(): file.read_bytes() for file in files}


def documents(settings: Settings) -> list[dict[str, object]]:
    """Return the documents rows by file."""
    return sorted(read_extracted(settings.extracted, "documents").to_pylist(), key=lambda row: row["document_file"])


def issues(settings: Settings) -> list[tuple[str, str]]:
    """Return file and code of each issue."""
    rows = read_extracted(settings.extracted, "issues").to_pylist()
    return [(row["document_file"], row["code"]) for row in rows]


def test_documents_are_found_and_archived(settings: Settings) -> None:
    report, files = again(settings)
    assert files == ["a.txt", "sub/b.txt"]
    assert (report.documents, report.extracted, report.buckets_written) == (2, 2, 2)
    assert [row["document_file"] for row in documents(settings)] == files
    sha = hashlib.sha256(b"alpha\n1").hexdigest()
    assert (settings.archive / sha).read_bytes() == b"alpha\n1"


def test_a_night_without_news_reads_and_writes_nothing(settings: Settings) -> None:
    again(settings)
    before = stored(settings)
    report, files = again(settings)
    assert files == []
    assert report.buckets_written == 0
    assert stored(settings) == before


def test_two_data_folders_hold_the_same_bytes(settings: Settings, tmp_path: Path) -> None:
    other = Settings(settings.raw, tmp_path / "elsewhere")
    again(settings)
    again(other)
    assert len(stored(settings)) == 2 * len(TABLES)
    assert stored(settings) == stored(other)


def test_one_new_document_rewrites_one_bucket(settings: Settings) -> None:
    again(settings)
    before = stored(settings)
    (settings.raw / "c.txt").write_text("gamma\n3")
    report, files = again(settings)
    assert files == ["c.txt"]
    assert report.buckets_written == 1
    after = stored(settings)
    assert {name for name in after if after[name] != before.get(name)} == set(after) - set(before)


def test_another_version_of_the_extractor_reads_everything_again(settings: Settings) -> None:
    again(settings, "1")
    assert again(settings, "2")[1] == ["a.txt", "sub/b.txt"]
    assert [folder.name for folder in (settings.extracted / "_documents").iterdir()] == ["2"]


def test_the_version_follows_the_code_of_the_extractor() -> None:
    assert len(extractor_version().rsplit("-", 1)[1]) == 12


def test_a_document_that_is_gone_disappears_and_comes_back_unread(settings: Settings) -> None:
    again(settings)
    (settings.raw / "a.txt").rename(settings.raw.parent / "kept")
    again(settings)
    assert [row["document_file"] for row in documents(settings)] == ["sub/b.txt"]
    assert read_extracted(settings.extracted, "ledger").num_rows == 2
    (settings.raw.parent / "kept").rename(settings.raw / "a.txt")
    assert again(settings)[1] == []


def test_a_moved_document_is_not_read_again_but_has_its_new_path(settings: Settings) -> None:
    again(settings)
    (settings.raw / "a.txt").rename(settings.raw / "moved.txt")
    assert again(settings)[1] == []
    assert [row["document_file"] for row in documents(settings)] == ["moved.txt", "sub/b.txt"]


def test_a_correction_put_in_or_changed_reads_just_its_document_again(settings: Settings) -> None:
    again(settings)
    entry = "- {{file: sub/b.txt, field: fiscal_year, expect: 2021, value: {year}, reason: misprint}}\n"
    for year in (2022, 2023):
        settings.corrections.write_text(entry.format(year=year))
        report, files = again(settings)
        assert (files, report.buckets_written) == (["sub/b.txt"], 1)
    assert again(settings)[1] == []


def test_the_same_bytes_at_two_paths_are_read_once(settings: Settings) -> None:
    (settings.raw / "z.txt").write_text("alpha\n1")
    report, files = again(settings)
    assert files == ["a.txt", "sub/b.txt"]
    assert report.duplicates == 1
    first, _, second = documents(settings)
    sha = str(first["content_sha256"])
    assert (first["document_id"], first["duplicate_of"]) == (sha[:16], None)
    assert second["duplicate_of"] == sha[:16]
    assert second["document_id"] == hashlib.sha256(f"{sha}z.txt".encode()).hexdigest()[:16]
    assert read_extracted(settings.extracted, "ledger").num_rows == 4


def test_an_empty_raw_folder_leaves_empty_tables_with_files(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    again(settings)
    assert set(stored(settings)) == {f"{name}/bucket=00/part.parquet" for name in TABLES}


def test_a_missing_raw_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no raw folder"):
        again(Settings(tmp_path / "nowhere", tmp_path / "data"))


def test_a_defect_of_the_extractor_stops_the_run_and_names_the_document(settings: Settings) -> None:
    (settings.raw / "bad.txt").write_text("broken")
    with pytest.raises(RunFailed, match=r"broke on bad\.txt: KeyError"):
        again(settings)


def test_a_file_that_cannot_be_read_is_an_issue(settings: Settings) -> None:
    (settings.raw / "dangling.txt").symlink_to("nowhere.txt")
    again(settings)
    assert issues(settings) == [("dangling.txt", "unreadable_file")]
    assert [row["format"] for row in documents(settings)] == ["text", "unreadable", "text"]


def test_a_sidecar_gives_source_and_dates(settings: Settings) -> None:
    sidecar = settings.raw / "a.txt.source.yml"
    sidecar.write_text("source_url: https://example.org/a\npublished_on: 2021-03-01\n")
    again(settings)
    row = documents(settings)[0]
    assert [row["source_url"], row["published_on"]] == ["https://example.org/a", "2021-03-01"]
    assert row["retrieved_on"] is None


def test_a_sidecar_that_cannot_be_used_is_an_issue(settings: Settings) -> None:
    (settings.raw / "a.txt.source.yml").write_text("url: https://example.org/a\n")
    again(settings)
    assert issues(settings) == [("a.txt", "unreadable_file")]
    assert documents(settings)[0]["source_url"] is None


def test_progress_counts_the_documents_read(settings: Settings) -> None:
    told: list[tuple[int, int, str]] = []
    refresh(settings, fake_extract, "1", lambda *of_one: told.append(of_one))
    assert sorted(told) == [(1, 2, told[0][2]), (2, 2, told[1][2])]
    assert {file for _, _, file in told} == {"a.txt", "sub/b.txt"}

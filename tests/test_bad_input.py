"""A bad file is an issue that says what and where; the documents beside it are published all the same."""

from __future__ import annotations

import shutil

import duckdb
import pytest
from hostile_readers import extract_or_crash
from stepping import run_steps

from dagster_project.settings import PROJECT, Settings
from dagster_project.store.parts import Parts

pytestmark = pytest.mark.xdist_group("bad_input")
KEPT_AS_AT_NIGHT = Parts.fail
GOOD = "nanshan_miit_performance_evaluation_2023.txt"
BAD = {
    "empty.txt": (b"", "empty_file"),
    "noise.txt": (bytes(range(256)) * 8, "binary_file"),
    "book.xlsx": (b"PK\x03\x04rest", "unreadable_file"),
    "report.pdf": (b"%PDF-1.7 rest", "unreadable_file"),
    "letter.rtf": (b"{\\rtf1 rest", "unsupported_format"),
    "broken.txt": ("预算".encode() + b"\xff\xfe\xfd 1", "undecodable_text"),
    "crash.txt": (b"crash\n1", "reader_failed"),
    "diary.txt": ("今天花了 100 元\n甲\t12\n".encode(), "not_a_budget_document"),
}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return an installation whose raw folder holds bad files, and a good document in three encodings."""
    folder = tmp_path_factory.mktemp("mixed")
    settings = Settings(folder / "raw", folder / "data")
    settings.raw.mkdir()
    shutil.copy(PROJECT / "raw" / GOOD, settings.raw)
    text = (PROJECT / "raw" / GOOD).read_text(encoding="utf-8")
    (settings.raw / "gb18030.txt").write_bytes(text.encode("gb18030"))
    (settings.raw / "utf16.txt").write_bytes(text.encode("utf-16"))
    shutil.copy(PROJECT / "raw" / GOOD, settings.raw / "copy.txt")
    for name, (content, _) in BAD.items():
        (settings.raw / name).write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Parts, "fail", KEPT_AS_AT_NIGHT)
        run_steps(settings, extractor=extract_or_crash, isolated=True)
    return settings


def ask(settings: Settings, sql: str) -> list[tuple[object, ...]]:
    """Return the rows of a query on the published warehouse."""
    with duckdb.connect(str(settings.warehouse.resolve()), read_only=True) as connection:
        return list(connection.execute(sql).fetchall())


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_an_issue_that_says_what(mixed: Settings, name: str) -> None:
    issues = ask(mixed, f"select code, message from marts.fct_issues where document_file = '{name}'")
    codes = {code for code, _ in issues}
    assert BAD[name][1] in codes
    assert all(str(message).endswith(".") for _, message in issues)


def test_a_document_that_kills_its_reader_is_told_and_stands_in_the_documents(mixed: Settings) -> None:
    ((severity, message),) = ask(
        mixed, "select severity, message from marts.fct_issues where document_file = 'crash.txt'"
    )
    assert severity == "error"
    assert "SIGSEGV" in str(message)
    assert ask(mixed, "select format from marts.dim_documents where document_file = 'crash.txt'") == [("unreadable",)]


def test_the_good_document_is_read_in_each_encoding(mixed: Settings) -> None:
    sql = "select numbers_seen, facts from marts.rpt_coverage where document_file in ('gb18030.txt', 'utf16.txt')"
    first, second = ask(mixed, sql)
    (of_copy,) = ask(mixed, "select numbers_seen, facts from marts.rpt_coverage where document_file = 'copy.txt'")
    assert first == second == of_copy
    assert of_copy > (100, 100)


def test_a_second_copy_is_named_and_holds_no_numbers(mixed: Settings) -> None:
    sql = f"""select duplicate.is_current, original.document_file, numbers_seen
        from marts.dim_documents as duplicate
        join marts.dim_documents as original on duplicate.duplicate_of = original.document_id
        join marts.rpt_coverage as coverage on duplicate.document_file = coverage.document_file
        where duplicate.document_file = '{GOOD}'"""
    assert ask(mixed, sql) == [(False, "copy.txt", 0)]

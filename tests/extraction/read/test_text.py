"""Bytes become blocks: encodings, Markdown pipes, tabs, separators, and what a person must deliver again."""

from __future__ import annotations

import codecs
import re

import pytest
from synthetic import BUDGET, Reading, coded

from dagster_project.extraction.model.document import Grid, Prose
from dagster_project.extraction.read import read
from dagster_project.extraction.read.text import blocks


def _cells(text: str) -> list[tuple[str, ...]]:
    return [row.cells for block in blocks(text).blocks if isinstance(block, Grid) for row in block.rows]


def test_pipe_rows_lose_outer_pipes_and_spaces() -> None:
    assert _cells("| 甲 |  | 3 |\n|乙|丙|4|") == [("甲", "", "3"), ("乙", "丙", "4")]


def test_tab_rows_keep_empty_cells() -> None:
    assert _cells("甲\t\t3\r\n\t乙\t") == [("甲", "", "3"), ("", "乙", "")]


@pytest.mark.parametrize("line", ["|---|--:|", "| :--- | ---- |", "--\t---\t--", "--\t-----:\t--"])
def test_separator_rows_are_no_rows(line: str) -> None:
    assert _cells(f"甲\t乙\n{line}\n丙\t丁") == [("甲", "乙"), ("丙", "丁")]


def test_row_of_single_dashes_is_a_row() -> None:
    assert _cells("| - | - |") == [("-", "-")]


def test_blank_line_leaves_two_neighbouring_grids() -> None:
    found = blocks("甲\t1\n\n \n乙\t2").blocks
    assert [type(block) for block in found] == [Grid, Grid]
    assert [block.rows[0].line for block in found if isinstance(block, Grid)] == [1, 4]


def test_prose_keeps_its_line_number() -> None:
    assert blocks("\n\n甲段  \n").blocks == (Prose(3, "甲段"),)


def test_tags_are_removed_and_checkboxes_become_marks() -> None:
    cells = _cells('<p>甲</p>\t<input type="checkbox" checked>是\t<input type="checkbox">否')
    assert [cell.replace(" ", "") for cell in cells[0]] == ["甲", "☑是", "☐否"]


@pytest.mark.parametrize(
    ("encoding", "mark", "expected"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8-sig"),
        ("gb18030", b"", "gb18030"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
    ],
)
def test_every_encoding_gives_the_same_figures(encoding: str, mark: bytes, expected: str) -> None:
    text = BUDGET + coded()
    reading = Reading(mark + text.encode(encoding))
    assert reading.document["encoding"] == expected
    assert reading.lines("line", "code", "amount_cny") == Reading(text).lines("line", "code", "amount_cny")


@pytest.mark.parametrize(
    "content", [b"", b" \n\t\r\n ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + "\n ".encode("utf-16-le")]
)
def test_empty_file_is_an_issue(content: bytes) -> None:
    assert Reading(content).issues == {"empty_file"}


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"abc\x00def", bytes(range(1, 32)) * 4, b"\x07\x00" * 9])
def test_binary_file_is_an_issue(content: bytes) -> None:
    assert Reading(content).issues == {"binary_file"}


def test_undecodable_text_names_the_line() -> None:
    content = "第一行\n第二行\n".encode() + b"\xff\xff\xff" + "\n第四行".encode()
    issue = Reading(content).one("issues")
    assert (issue["code"], issue["line"], issue["severity"]) == ("undecodable_text", 3, "error")


def test_unreadable_document_still_has_its_row() -> None:
    document, issues = read(b"", "folder/empty.txt")
    assert (document.file, document.blocks, document.line_count) == ("folder/empty.txt", (), 0)
    assert document.document_id == document.content_sha256[:16]
    assert len(issues) == 1


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("填表人\t某甲\t", "填表人"),
        ("| 联系电话 | 13900000000 |", "联系电话"),
        ("负 责 人（签字）\t某甲", "负 责 人（签字）"),
        ("审核人\t某甲", "审核人"),
        ("单位负责人\t某甲", "单位负责人"),
        ("项目联系人\t某甲", "项目联系人"),
        ("联系方式\t13900000000", "联系方式"),
    ],
)
def test_cells_beside_the_label_of_a_person_are_redacted(line: str, kept: str) -> None:
    cells = _cells(line)[0]
    assert kept in cells
    assert set(cells) <= {kept, "（略）", ""}


@pytest.mark.parametrize(
    "line", ["填表人\t某元甲", "联系人及电话\t某元甲\t13900000000", "填表人\t\t某元甲\t0755-88000000"]
)
def test_name_and_number_after_one_label_are_redacted(line: str) -> None:
    assert not re.search("某元甲|139|0755", "".join(_cells(line)[0]))


def test_cells_after_the_person_are_kept() -> None:
    assert _cells("填表人\t某甲\t年度资金总额\t5万元")[0][2:] == ("年度资金总额", "5万元")


@pytest.mark.parametrize(
    "line", ["填表人：某甲\t", "| 联系电话：13900000000 | |", "填报人: 某甲\t联系电话: 13900000000"]
)
def test_person_named_in_the_cell_of_the_label_is_redacted(line: str) -> None:
    text = "".join(_cells(line)[0])
    assert "某甲" not in text
    assert "13900000000" not in text


def test_rows_of_a_table_indented_in_markdown_are_rows() -> None:
    assert _cells("  | 甲 | 3 |") == [("甲", "3")]


def rows_of(*lines: str) -> list[tuple[str, ...]]:
    """Return the cells of a text's rows."""
    document, _ = read("\n".join(lines).encode(), "text")
    return [row.cells for block in document.blocks if isinstance(block, Grid) for row in block.rows]


def test_rows_whose_bars_stand_only_between_cells_are_rows() -> None:
    found = rows_of("单位：万元", "科目|名称|金额", "---|---|---", "|合计|30.5", "201|甲|10", "202|乙|20.5")
    assert found == [("科目", "名称", "金额"), ("", "合计", "30.5"), ("201", "甲", "10"), ("202", "乙", "20.5")]


def test_bars_between_words_part_no_cells() -> None:
    assert rows_of("首页 | 政务公开 | 2031年", "甲|乙|丙", "丁|戊|己", "说明：共 3 项") == []


def test_a_quotation_mark_within_a_clause_opens_no_cell() -> None:
    lines = [
        "甲局2031年三公经费",
        '本年“三公"经费合计9万元,其中接待费4万元,用车费5万元',
        "上年三公经费合计8万元,其中接待费3万元,用车费5万元",
        '本年“三公"经费增加1万元,都是接待费',
    ]
    document, issues = read("\n".join(lines).encode(), "text")
    assert [block.text for block in document.blocks if isinstance(block, Prose)] == lines
    assert not issues

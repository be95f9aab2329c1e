"""extract never raises, whatever the bytes are, and always gives tables that conform."""

from __future__ import annotations

from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from vocabulary import CAPTIONS, HEADERS, NAMES, PERSONS, TITLES, amount_texts, blanks, figures, words

from dagster_project.extraction import extract
from dagster_project.extraction.model.issues import IssueCode
from dagster_project.extraction.schemas import TABLES

tokens = st.one_of(
    words, figures, blanks, amount_texts, st.sampled_from(TITLES + CAPTIONS + PERSONS), st.text(max_size=6)
)
seams = st.sampled_from(
    ["\t", "\t", "\t", " | ", "  ", " ", "\n", "\n", "\n\n", "\n| ", "：", "： ", "\r\n", "|---|\n"]
)
jumbles = st.lists(st.tuples(tokens, seams), max_size=60).map(
    lambda pairs: "".join(word + seam for word, seam in pairs)
)
form_lines = st.lists(
    st.one_of(
        st.sampled_from(
            ["二级项目支出绩效目标申报表", "一级指标 二级指标 三级指标 指标值 指标解释", "备注：无", "测算依据："]
        ),
        st.builds("{}： {} {}：{}".format, st.sampled_from(HEADERS + NAMES), figures, st.sampled_from(NAMES), words),
        st.builds("产出指标 *数量指标 {} {}".format, words, figures),
        amount_texts,
    ),
    max_size=25,
).map("\n".join)


def _conforms(content: bytes) -> None:
    extraction = extract(content, "document.txt")
    for name, table in extraction.tables.items():
        assert table.schema.equals(TABLES[name].arrow())
        table.validate(full=True)
    assert extraction.tables["documents"].num_rows == 1
    told = extraction.tables["issues"].to_pylist()
    assert [issue["message"] for issue in told if issue["code"] == IssueCode.COUNT_DIFFERS] == []


@given(st.binary(max_size=300))
def test_any_bytes_give_tables(content: bytes) -> None:
    _conforms(content)


@given(st.text(max_size=300), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_any_text_gives_tables(text: str, encoding: str) -> None:
    _conforms(text.encode(encoding, "replace"))


@examples(300)
@given(jumbles)
def test_any_jumble_of_words_of_the_field_gives_tables(text: str) -> None:
    _conforms(text.encode("utf-8", "replace"))


@examples(200)
@given(st.sampled_from(TITLES), st.lists(st.lists(tokens, min_size=1, max_size=9), min_size=1, max_size=12))
def test_any_rows_under_any_title_give_tables(title: str, rows: list[list[str]]) -> None:
    text = f"{title}\n\n" + "\n".join("\t".join([*row, ""]) for row in rows)
    _conforms(text.encode("utf-8", "replace"))


@examples(150)
@given(form_lines)
def test_any_lines_of_a_form_give_tables(text: str) -> None:
    _conforms(f"深圳市龙岗区海洋观测局 2031年项目支出绩效目标表\n\n二级项目支出绩效目标申报表\n{text}".encode())

"""Function codes that prose names in words."""

from __future__ import annotations

import pytest

from dagster_project.extraction.model.document import Row, Table
from dagster_project.extraction.model.meaning import NO_UNIT, ColumnMeaning, Figure, RowMeaning, TableMeaning
from dagster_project.extraction.wording.code_names import differs_in_part
from dagster_project.extraction.wording.code_paths import CodePaths

PRINTED = {
    "201": "一般公共服务支出",
    "20103": "政府办公厅（室）及相关机构事务",
    "2010350": "事业运行",
    "20109": "海关事务",
    "2010901": "行政运行",
    "20113": "商贸事务",
    "2011301": "行政运行",
    "2011399": "其他商贸事务支出",
    "215": "资源勘探工业信息等支出",
    "21505": "工业和信息产业监管",
    "2150502": "一般行政管理事务",
    "2150508": "无线电及信息通信监管",
    "2150599": "其他工业和信息产业监管支出",
    "221": "住房保障支出",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
    "22103": "住房租金补贴",
    "22104": "住房租金补贴",
    "2210203": "购房补贴",
}


@pytest.fixture
def paths() -> CodePaths:
    table = TableMeaning(Table(1, "k", "", [Row(1, ("",))]), "k", None, None, None, 2021, NO_UNIT)
    column = ColumnMeaning(1, "")
    return CodePaths(
        Figure(
            table,
            RowMeaning(n, n, c, c, name, classification="function", level=len(c) // 2),
            column,
            1,
            "-",
            None,
            "dash",
        )
        for n, (c, name) in enumerate(PRINTED.items(), 1)
    )


def test_a_path_is_resolved_downwards(paths: CodePaths) -> None:
    text = "1. “一般公共服务支出（类）商贸事务（款）行政运行（项）”12万元，主要用于"
    (path,) = paths.paths_in(text)
    assert path.names == ("一般公共服务支出", "商贸事务", "行政运行")
    assert path.code == "2011301"
    assert text[path.start : path.end] == "一般公共服务支出（类）商贸事务（款）行政运行（项）"
    assert [text[start:end] for start, end in path.spans] == list(path.names)


def test_a_subcategory_serves_the_items_of_later_lines_until_the_next(paths: CodePaths) -> None:
    assert [path.code for path in paths.paths_in("(1) 一般公共服务支出 (类) 海关事务 (款) 3万元")] == ["20109"]
    found = paths.paths_in("主要用于行政运行 (项) 1万元、住房公积金（项）2万元及行政运行（项）")
    assert [path.code for path in found] == ["2010901", None, "2010901"]
    assert found[0].names == (None, None, "行政运行")
    assert found[0].context == ("一般公共服务支出", "海关事务", "行政运行")
    assert [path.code for path in paths.paths_in("2. 商贸事务（款）")] == ["20113"]
    assert [path.code for path in paths.paths_in("行政运行（项）；其他商贸事务（项）")] == ["2011301", "2011399"]


def test_short_brackets_are_a_part_of_a_name(paths: CodePaths) -> None:
    (path,) = paths.paths_in("（二）政府办公厅（室）及相关机构事务（款）事业运行（项）")
    assert path.names == (None, "政府办公厅（室）及相关机构事务", "事业运行")
    assert path.code == "2010350"


def test_what_a_lottery_pays_begins_with_its_use(paths: CodePaths) -> None:
    (path,) = paths.paths_in("彩票公益金安排的支出（款）用于社会福利的彩票公益金支出（项）")
    assert path.names == (None, "彩票公益金安排的支出", "用于社会福利的彩票公益金支出")


def test_a_new_category_ends_the_subcategory(paths: CodePaths) -> None:
    paths.paths_in("一般公共服务支出（类）海关事务（款）")
    assert [path.code for path in paths.paths_in("二、住房保障（类）支出")] == ["221"]
    assert [path.code for path in paths.paths_in("行政运行（项）")] == [None]


def test_a_subcategory_that_is_unique_needs_no_category(paths: CodePaths) -> None:
    assert paths.resolve((None, "住房改革支出", "购房补贴")) == "2210203"
    assert paths.resolve(("资源勘探信息等支出", "工业和信息产业监管", None)) == "21505"
    assert paths.resolve(("城乡建设支出", "商贸事务", None)) == "20113"


def test_an_item_alone_is_resolved_where_only_one_bears_its_name(paths: CodePaths) -> None:
    assert paths.resolve((None, None, "购房补贴")) == "2210203"
    assert paths.resolve(("住房保障支出", "住房保障支出", "住房公积金")) == "2210201"
    assert paths.resolve((None, None, "行政运行")) is None
    assert paths.resolve((None, None, "海关事务行政运行")) == "2010901"


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("无线电监管", "2150508"),
        ("一般行政事务管理", "2150502"),
        ("其他工业和信息产业监管", "2150599"),
        ("其他无线电监管", None),
        ("产业发展", None),
    ],
)
def test_an_item_is_resolved_by_the_only_name_that_differs_in_part(
    paths: CodePaths, item: str, code: str | None
) -> None:
    assert paths.resolve((None, "工业和信息产业监管", item)) == code


def test_a_generic_item_tells_no_subcategory(paths: CodePaths) -> None:
    assert paths.resolve(("资源勘探工业信息等支出", "国有资产监管", "一般行政管理事务")) is None


def test_another_word_in_the_place_of_one_makes_another_name() -> None:
    assert not differs_in_part("城市最低生活保障金", "农村最低生活保障金")
    assert not differs_in_part("行政单位离退休", "事业单位离退休")
    assert differs_in_part("其他国土资源事务", "其他自然资源事务")
    assert differs_in_part("社会保障与就业", "社会保障和就业")


def test_a_name_that_no_table_prints_stays_unresolved(paths: CodePaths) -> None:
    (path,) = paths.paths_in("卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）")
    assert path.code is None
    assert path.codes == (None, None, None)


def test_lines_without_marks_have_no_paths(paths: CodePaths) -> None:
    assert paths.paths_in("住房公积金 12 万元，行政运行 3 万元") == []


def test_digits_of_the_levels_may_stand_in_their_marks(paths: CodePaths) -> None:
    (path,) = paths.paths_in("1、一般公共服务支出（201类）商贸事务（13款）行政运行（01项）12.00万元")
    assert path.names == ("一般公共服务支出", "商贸事务", "行政运行")
    assert path.codes == ("201", "20113", "2011301")
    (path,) = paths.paths_in("商贸事务（20113款）行政运行（2011301项）")
    assert path.code == "2011301"


def test_digits_lead_where_a_name_is_not_that_of_the_tables(paths: CodePaths) -> None:
    (path,) = paths.paths_in("住房支出（221类）改革支出（02款）职工补贴（03项）")
    assert path.codes == ("221", "22102", "2210203")
    (path,) = paths.paths_in("卫生健康支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）")
    assert path.codes == (None, None, None)


def test_digits_that_contradict_a_name_leave_the_code_open(paths: CodePaths) -> None:
    (path,) = paths.paths_in("住房保障支出（221类）住房改革支出（02款）住房公积金（03项）")
    assert path.codes == ("221", "22102", None)


@pytest.mark.parametrize("text", ["行政运行（2011301）", "①行政运行（2011301）", "其中：安排行政运行 (2011301)"])
def test_a_code_in_brackets_stands_behind_the_name_of_the_tables(paths: CodePaths, text: str) -> None:
    (path,) = paths.paths_in(text)
    assert path.names == (None, None, "行政运行")
    assert path.code == "2011301"


def test_other_digits_in_brackets_are_no_code(paths: CodePaths) -> None:
    assert paths.paths_in("住房公积金（2210203）、培训项目（153）、事业运行（20103）") == []


def test_a_code_in_brackets_serves_no_later_item(paths: CodePaths) -> None:
    paths.paths_in("海关事务（款）")
    assert [path.code for path in paths.paths_in("商贸事务（20113）、行政运行（项）")] == ["20113", "2010901"]


@pytest.mark.parametrize("dash", ["-", "－", "—", " - "])
def test_dashes_part_names_as_marks_do(paths: CodePaths, dash: str) -> None:
    text = dash.join(("1.“一般公共服务支出", "政府办公厅（室）及相关机构事务", "事业运行”科目12.00万元"))
    (path,) = paths.paths_in(text)
    assert path.codes == ("201", "20103", "2010350")
    assert [text[start:end] for start, end in path.spans] == list(path.names)
    assert text[path.end] == "”"


def test_dashes_lead_to_no_name_that_two_codes_bear(paths: CodePaths) -> None:
    assert [path.code for path in paths.paths_in("住房保障支出-住房改革支出-购房补贴12.00万元")] == ["2210203"]
    assert paths.paths_in("住房保障支出-住房租金补贴12.00万元") == []


def test_dashes_between_other_words_part_no_names(paths: CodePaths) -> None:
    assert paths.paths_in("住房公积金-购房补贴，西安-咸阳一体化") == []
    assert paths.paths_in("住房保障支出-海关事务") == []


@pytest.mark.parametrize("behind", ["中的午餐项目", "和购房补贴", "补贴-困难职工", "（购房补贴除外）", "-住房补贴"])
def test_a_name_that_goes_on_is_that_of_something_else(paths: CodePaths, behind: str) -> None:
    assert paths.paths_in(f"住房保障支出-住房改革支出-住房公积金{behind}3.00万元") == []


@pytest.mark.parametrize("text", ["住房保障支出-住房改革支出（款）", "住房保障支出-住房改革支出-住房公积金（项）"])
def test_a_mark_behind_names_that_dashes_part_makes_no_second_path(paths: CodePaths, text: str) -> None:
    (path,) = paths.paths_in(f"一、{text}3.00万元")
    assert path.code in ("22102", "2210201")
    assert path.names[0] == "住房保障支出"


@pytest.mark.parametrize("behind", ["", "2031年预算", "：", "支出", "（项）", "”", "、"])
def test_what_may_stand_behind_names_that_dashes_part(paths: CodePaths, behind: str) -> None:
    assert "2210201" in [path.code for path in paths.paths_in(f"住房保障支出-住房改革支出-住房公积金{behind}3.00万元")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("住房保障支出（221）住房改革支出（02）购房补贴（03）年初预算5万元", "2210203"),
        ("住房保障支出（221）住房改革支出（02）5万元", "22102"),
        ("住房保障支出（221）住房改革支出（02）提租补贴（02）5万元", None),
        ("住房保障支出（221）5万元，住房改革支出（02）", "221"),
        ("购房补贴（03）5万元", None),
    ],
)
def test_digits_of_a_level_alone_follow_the_code_above(paths: CodePaths, text: str, code: str | None) -> None:
    found = paths.paths_in(text)
    assert (found[-1].code if found else None) == code

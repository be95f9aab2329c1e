"""The issuer's name on covers of every fashion, and the year beside it."""

from __future__ import annotations

import pytest
from synthetic import DEPARTMENT, Reading, caption, tabs

TABLE = caption("支出总表", 3) + tabs([("预算单位", "支出总计"), ("区海洋观测局本级", "3")])
NAMELESS = "支出总表\n\n单位：万元\n\n" + tabs([("科目名称", "支出总计"), ("教育支出", "3")])


def _issuer(cover: str, table: str = TABLE) -> tuple[str | None, str | None, int | None]:
    document = Reading(f"{cover}\n\n目录\n\n{table}").document
    return document["issuer_as_printed"], document["organisation"], document["fiscal_year"]


@pytest.mark.parametrize(
    "cover",
    [
        f"二○三一年{DEPARTMENT}部门预算",
        f"二〇三一年度{DEPARTMENT}\n\n部门预算公开",
        f"{DEPARTMENT}２０３１年部门预算",
        f"2 0 3 1 年 度\n\n{' '.join(DEPARTMENT)}\n\n部 门 预 算",
        "深圳市龙岗区\n\n海洋观测局\n\n2031年部门预算",
        f"{DEPARTMENT}部门预算（2031）",
        f"2031年部门预算\n\n{DEPARTMENT}\n\n2031年2月",
        f"2031年部门预算公开\n\n单位：{DEPARTMENT}",
        f"2031年部门预算公开报表\n\n部门名称：{DEPARTMENT}保密审查情况：已审查 主要负责人审签情况：已签",
        f"2031年部门预算公开报表\n\n部门名称：{DEPARTMENT}送签情况：已送签",
        "2031年部门预算公开\n\n部门名称：深圳市龙岗区海洋\n\n观测局",
        f"{DEPARTMENT}2031年部门统合预算",
        f"{DEPARTMENT}（汇总）\n\n2031年部门综合预算公开说明",
        f"关于{DEPARTMENT}2031年部门预算的说明",
        f"关于公布2031年度{DEPARTMENT}部门预算的说明",
        f"{DEPARTMENT}部门2031年度部门预算信息公开",
        f"第一部分 {DEPARTMENT}概况\n\n第二部分 {DEPARTMENT}2031年部门预算表",
        f"附件1：{DEPARTMENT}2031年部门预算",
        f"《{DEPARTMENT}2031年部门预算》",
        f"【{DEPARTMENT}】2031年部门预算",
        f"{DEPARTMENT}——2031年部门预算",
        f"2031年部门预算—{DEPARTMENT}",
        f"2031年度 部门预算 {DEPARTMENT}",
        f"2031年部门预算\n\n（{DEPARTMENT}）",
        f"{DEPARTMENT}政府信息公开\n\n2031年部门预算",
        f"深圳市本级2031年部门预算公开\n\n部门：{DEPARTMENT}",
        f"2031年深圳市本级部门预算公开——{DEPARTMENT}",
        f"政府信息公开\n\n标题：{DEPARTMENT}2031年部门预算\n\n发布日期：2032-01-30",
        f"预决算公开 > 部门预算 > 正文\n\n{DEPARTMENT}2031年部门预算",
        f"【201】{DEPARTMENT}2031年部门预算",
        f"2031年部门预算公开表\n\n单位名称：201001{DEPARTMENT}",
        f"2031年部门预算公开表\n\n201001-{DEPARTMENT}",
        f"部门预算公开表\n\n预算部门：{DEPARTMENT}\n\n预算年度：2031",
        f"深圳市龙岗区海洋局所属{DEPARTMENT}2031年单位预算",
    ],
)
def test_issuer_and_year_of_a_cover(cover: str) -> None:
    assert _issuer(cover)[1:] == (DEPARTMENT, 2031)


@pytest.mark.parametrize("name", ["深圳市龙岗区少年宫", "深圳市龙岗区潮位管理段", "深圳市龙岗区海防检查口岸"])
@pytest.mark.parametrize("cover", ["{}2031年部门预算", "2031年部门预算\n\n{}", "部门名称：{}\n\n2031年部门预算"])
def test_a_name_that_ends_as_none_we_know_is_known_by_its_region_and_its_place(name: str, cover: str) -> None:
    assert _issuer(cover.format(name), NAMELESS) == (name, name, 2031)


@pytest.mark.parametrize(
    ("cover", "name"),
    [
        ("潮位海关2031年部门预算", "潮位海关"),
        ("2031年部门预算\n\n潮位街道办事处\n\n2031年2月", "潮位街道办事处"),
        ("各街道2031年部门预算", None),
        ("2031年部门预算\n\n市海洋观测局：\n\n现将预算批复如下", None),
        ("全部系统2031年部门预算", None),
    ],
)
def test_a_name_without_a_region_is_taken_where_nothing_else_names_the_body(cover: str, name: str | None) -> None:
    assert _issuer(cover, NAMELESS)[0] == name
    assert _issuer(f"{cover}\n\n编制单位：{DEPARTMENT}", NAMELESS)[0] == DEPARTMENT


def test_a_name_with_blanks_between_its_letters_ends_at_none_of_them() -> None:
    name = "深圳市龙岗区科学技术局"
    assert _issuer(f"2031年部门预算\n\n部门：{' '.join(name)} 保密审查情况：已审查", NAMELESS)[0] == name


def test_a_name_below_the_title_may_be_broken_over_two_lines() -> None:
    assert _issuer("2031年部门预算\n\n深圳市龙岗区海洋\n\n观测局", NAMELESS)[0] == DEPARTMENT


def test_a_title_tells_its_body_before_labels_below_it() -> None:
    assert _issuer("深圳市龙岗区少年宫2031年单位预算")[0] == "深圳市龙岗区少年宫"
    assert _issuer("深圳市龙岗区潮位工程2031年项目支出绩效评价")[0] == DEPARTMENT


@pytest.mark.parametrize(
    "title", ["深圳市龙岗区", "深圳市龙岗区区级部门", "深圳市龙岗区各单位", "深圳市龙岗区教育系统"]
)
def test_words_behind_a_region_that_are_part_of_no_name_make_no_issuer(title: str) -> None:
    assert _issuer(f"{title}2031年部门预算", NAMELESS)[0] is None


LONG = "阿克塞哈萨克族自治县"


@pytest.mark.parametrize(
    "name",
    [
        f"中国人民政治协商会议甘肃省酒泉市{LONG}委员会观测办公室",
        f"甘肃省酒泉市{LONG}残疾人联合会综合服务观测管理中心",
    ],
)
def test_the_names_of_its_regions_make_no_name_too_long(name: str) -> None:
    assert _issuer(f"{name}2031年部门预算")[0] == name


def test_the_office_that_compiles_is_not_the_body_on_the_cover() -> None:
    compiler = "编制单位：深圳市龙岗区财政局"
    assert _issuer(f"2031年部门预算\n\n{DEPARTMENT}\n\n{compiler}", NAMELESS)[0] == DEPARTMENT
    assert _issuer(f"2031年部门预算\n\n{compiler}", NAMELESS)[0] == "深圳市龙岗区财政局"


def test_second_name_in_brackets_is_printed_and_makes_no_other_body() -> None:
    second = "（深圳市龙岗区潮位观测中心）"
    assert _issuer(f"2031年单位预算\n\n预算单位：{DEPARTMENT}{second}") == (DEPARTMENT + second, DEPARTMENT, 2031)


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("中国共产党江苏省委员会观测部", "中共江苏省委观测部"),
        ("中国共产主义青年团昆明市委员会", "共青团昆明市委"),
        ("中国人民政治协商会议无锡市委员会办公室", "政协无锡市委员会办公室"),
        ("无锡市人民代表大会常务委员会办公室", "无锡市人大常委会办公室"),
        ("广东省深圳市龙岗区海洋观测局", DEPARTMENT),
    ],
)
def test_long_and_short_name_are_one_body(long: str, short: str) -> None:
    assert _issuer(f"{long}2031年部门预算")[1] == _issuer(f"{short}2030年部门决算")[1] == short


def test_body_an_evaluation_is_titled_after_is_its_issuer() -> None:
    text = f"2031年度{DEPARTMENT}\n\n潮位专项及部门项目支出绩效评价结果\n\n为加强管理，开展了评价。\n"
    document = Reading(text).document
    names = ("issuer_as_printed", "document_kind", "document_scope", "fiscal_year")
    assert [document[name] for name in names] == [DEPARTMENT, "performance_evaluation", "department", 2031]


def test_region_stands_in_the_title_where_the_name_has_none() -> None:
    document = Reading(f"上海市2031年市级单位预算\n\n预算单位：潮位联合观测办公室\n\n{TABLE}").document
    assert (document["region_code"], document["region_evidence"]) == ("310000", "上海市2031年市级单位预算")


def test_body_of_the_centre_is_of_the_region_100000() -> None:
    document = Reading(f"国家潮位观测局2031年部门预算\n\n{TABLE}").document
    assert (document["region_code"], document["region_name"]) == ("100000", "中央")


def test_year_of_the_statements_is_the_document_s_where_no_cover_tells() -> None:
    titles = "2031年部门收支总表\n\n2031年部门收入总表\n\n"
    assert _issuer(f"{DEPARTMENT}部门预算\n\n{titles}较2030年增加\n\n2030年结转")[2] == 2031


def test_the_year_may_stand_alone_below_the_title() -> None:
    cover = f"单位预算公开\n\n2 0 3 1 年 度\n\n{DEPARTMENT}\n\n创建于2009年"
    assert _issuer(cover, NAMELESS)[2] == 2031


def test_who_is_in_charge_of_the_funds_is_the_body_of_a_page() -> None:
    document = Reading(f"2031年部门预算\n\n资金主管部门：{DEPARTMENT}\n\n{TABLE}").document
    assert document["organisation"] == DEPARTMENT

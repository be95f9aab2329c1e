"""The region an organisation's name begins with, by GB/T 2260."""

from __future__ import annotations

import pytest

from dagster_project.extraction.identify.regions import find_region, region_of, seat_of, short_region, without_province


@pytest.mark.parametrize(
    ("name", "code", "path"),
    [
        ("深圳市海洋观测局", "440300", "深圳市"),
        ("深圳市龙岗区海洋观测局（本级）", "440307", "深圳市龙岗区"),
        ("龙岗区海洋观测局", "440307", "深圳市龙岗区"),
        ("广东省海洋观测厅", "440000", "广东省"),
        ("广东省深圳市坪山区海洋观测局", "440310", "深圳市坪山区"),
        ("上海市浦东新区海洋观测局", "310115", "上海市浦东新区"),
        ("北京市海洋观测局", "110000", "北京市"),
        ("南京市鼓楼区海洋观测局", "320106", "南京市鼓楼区"),
        ("徐州市鼓楼区海洋观测局", "320302", "徐州市鼓楼区"),
        ("吉林省吉林市海洋观测局", "220200", "吉林市"),
        ("余干县海洋观测局", "361127", "上饶市余干县"),
        ("仙桃市海洋观测局", "429004", "仙桃市"),
        ("内江市市中区海洋观测局", "511002", "内江市市中区"),
        ("镇沅彝族哈尼族拉祜族自治县海洋观测局", "530825", "镇沅彝族哈尼族拉祜族自治县"),
    ],
)
def test_lowest_region_at_the_start_of_the_name_is_found(name: str, code: str, path: str) -> None:
    region = find_region(name)
    assert region is not None
    assert region.code == code
    assert region.path.endswith(path)


@pytest.mark.parametrize("name", ["", "海洋观测局", "国家海洋观测局", "东礁深圳市观测站", "440307海洋观测局"])
def test_name_that_begins_with_no_region_has_none(name: str) -> None:
    assert find_region(name) is None


@pytest.mark.parametrize("name", ["鼓楼区海洋观测局", "朝阳区海洋观测局"])
def test_region_whose_name_is_not_unique_is_not_guessed(name: str) -> None:
    assert find_region(name) is None


def test_district_is_looked_for_inside_the_region_above_it() -> None:
    region = find_region("深圳市鼓楼区海洋观测局")
    assert region is not None
    assert region.code == "440300"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("杭州市临平区海洋观测局", "330113"),
        ("济南市莱芜区海洋观测局", "370116"),
        ("成都市新津区海洋观测局", "510118"),
        ("海门区海洋观测局", "320614"),
    ],
)
def test_district_made_after_the_last_edition_of_the_standard_is_found(name: str, code: str) -> None:
    region = find_region(name, 2026)
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("莱芜市海洋观测局", "371200"), ("新津县海洋观测局", "510132"), ("户县海洋观测局", "610125")],
)
def test_region_of_former_years_is_found_by_its_former_name(name: str, code: str) -> None:
    region = find_region(name, 2015)
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(("year", "code"), [(2018, "320602"), (2020, "320613"), (2026, "320613"), (None, "320613")])
def test_region_that_changed_its_code_and_kept_its_name_is_told_by_the_year(year: int | None, code: str) -> None:
    region = find_region("南通市崇川区海洋观测局", year)
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("中共西安市委观测部", "西安市"),
        ("中国共产党北京市委员会观测部", "北京市"),
        ("中国共产党深圳市龙岗区委员会", "深圳市龙岗区"),
        ("中国民主促进会广州市委员会", "广州市"),
        ("中国人民政治协商会议江苏省委员会", "江苏省"),
        ("共青团昆明市委员会", "昆明市"),
        ("国家观测总局深圳市观测局", "深圳市"),
        ("中共忠县县委", "重庆市忠县"),
    ],
)
def test_region_behind_a_party_or_an_office_of_the_centre_is_found(name: str, path: str) -> None:
    region = seat_of(name)
    assert region is not None
    assert region.path == path


@pytest.mark.parametrize("name", ["国家观测局", "财政部", "最高人民法院", "教育部东礁观测站", "中国观测局"])
def test_body_of_the_centre_has_the_centre_for_its_region(name: str) -> None:
    assert seat_of(name) == region_of("100000")


@pytest.mark.parametrize(
    ("name", "is_central"),
    [
        ("中国共产党中央委员会观测部", True),
        ("中国人民政治协商会议全国委员会", True),
        ("九三学社中央委员会", True),
        ("中国共产党东礁新区工作委员会", False),
        ("中国人民政治协商会议东礁委员会", False),
        ("中国民主同盟东礁委员会", False),
    ],
)
def test_a_party_in_no_known_region_is_of_the_centre_only_where_it_says_so(name: str, is_central: bool) -> None:
    assert (seat_of(name) == region_of("100000")) == is_central


@pytest.mark.parametrize("name", ["教育部门", "东礁观测站", "公安部门所属观测站"])
def test_word_of_a_ministry_alone_makes_no_body_of_the_centre(name: str) -> None:
    assert seat_of(name) is None


@pytest.mark.parametrize(
    ("name", "code"), [("上海潮位观测办公室", "310000"), ("深圳潮位观测中心", "440300"), ("南京东海路观测站", "320100")]
)
def test_short_name_of_a_city_tells_the_region(name: str, code: str) -> None:
    region = short_region(name)
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(
    "name",
    ["中山大学", "上海路小学", "吉林潮位观测站", "东礁观测站", "南京东路街道办事处", "四川北路小学", "延安三路潮位站"],
)
def test_word_that_can_be_another_is_no_short_name(name: str) -> None:
    assert short_region(name) is None


def test_province_before_a_city_is_no_part_of_the_name() -> None:
    assert without_province("广东省深圳市龙岗区海洋观测局") == "深圳市龙岗区海洋观测局"
    assert without_province("广东省海洋观测厅") == "广东省海洋观测厅"
    assert without_province("上海市海洋观测局") == "上海市海洋观测局"

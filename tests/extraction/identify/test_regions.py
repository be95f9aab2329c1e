"""The region an organisation's name begins with, by GB/T 2260."""

from __future__ import annotations

import pytest

from dagster_project.extraction.identify.regions import find_region


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

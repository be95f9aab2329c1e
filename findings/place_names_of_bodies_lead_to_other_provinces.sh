#!/usr/bin/env bash
# Libraries that find the place in a Chinese name put bodies of Shanghai into Jiangsu, Sichuan and Heilongjiang.
#
# Seen with cpca 0.5.5 and addressparser 0.2.4 (six, which it imports and does not ask for) on 2026-11-30.
# Both are made to complete a name that lacks its upper levels: 浦东新区 is in 上海市. Both know short names, and let
# one end in the middle of a word: subdistricts called after streets that are called after provinces, 四川北路街道,
# become these provinces (addressparser looks whether 路 follows, not whether 北路 or 东路 does). A district that
# replaced a city is taken for the city, with a code that is no longer in use and 区 left over: 海门区, since 2020, for
# 海门市, though the table of addressparser, of October 2021, has the new code of 莱芜区. Of districts of one name cpca
# takes one, without the warning that it once had: Shanghai's 宝山区 for one 2,000 km away (umap can state another).
#
# Output seen:
#   浦东新区财政局          cpca 上海市 市辖区 浦东新区 310115     addressparser 上海市 上海市 浦东新区
#   南京东路街道办事处      cpca 江苏省 南京市 320100              addressparser 江苏省 南京市
#   四川北路街道办事处      cpca 四川省 510000                     addressparser 四川省
#   宝山区财政局            cpca 黑龙江省 双鸭山市 宝山区 230506   addressparser 上海市 上海市 宝山区
#   莱芜区财政局            cpca 山东省 莱芜市 371200              addressparser 山东省 济南市 莱芜区
#   海门区财政局            cpca 江苏省 南通市 海门市 320684       addressparser 江苏省 南通市 海门市
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check cpca==0.5.5 \
    addressparser==0.2.4 six==1.17.0 pandas==3.1.1
"$folder/venv/bin/python" -W ignore - 2>"$folder/log" <<'PY' || { tail "$folder/log"; exit 1; }
import addressparser
import cpca

EXPECTED = {
    "浦东新区财政局": ("上海市 市辖区 浦东新区 310115", "上海市 上海市 浦东新区"),
    "南京东路街道办事处": ("江苏省 南京市 320100", "江苏省 南京市"),
    "四川北路街道办事处": ("四川省 510000", "四川省"),
    "宝山区财政局": ("黑龙江省 双鸭山市 宝山区 230506", "上海市 上海市 宝山区"),
    "莱芜区财政局": ("山东省 莱芜市 371200", "山东省 济南市 莱芜区"),
    "海门区财政局": ("江苏省 南通市 海门市 320684", "江苏省 南通市 海门市"),
}


def places(frame, *columns):
    rows = frame.reindex(columns=list(columns)).values.tolist()
    return [" ".join(value for value in row if isinstance(value, str) and value) for row in rows]


def padded(text, width):
    return text + " " * (width - sum(1 + (char > "\u2e80") for char in text))


found = zip(
    places(cpca.transform(EXPECTED), "省", "市", "区", "adcode"),
    places(addressparser.transform(EXPECTED), "省", "市", "区"),
    strict=True,
)
for (name, expected), pair in zip(EXPECTED.items(), found, strict=True):
    print(f"{padded(name, 24)}cpca {padded(pair[0], 34)}addressparser {pair[1]}")
    assert pair == expected, name
PY

#!/usr/bin/env bash
# Packages that turn Chinese numerals into numbers return another amount for common ways to print one.
#
# Seen with chinese2digits 6.0.2, pycnnum 2.1.1, cn2int 0.2.3, numcn 0.1.0 and cn2num 0.1.1 on 2026-11-29.
# All five are made for such texts, and read 一万零五 as 10,005. Each is wrong, and raises nothing, for one of these at
# least: figures of both kinds mixed (1亿2000万), a decimal before a unit (一点五万), the last unit left unsaid (十万八,
# 108,000), a year, a fraction. chinese2digits writes the two halves of 1亿2000万 side by side, 83 million times too
# much; pycnnum ends at the decimals and forgets the unit; cn2int.chinese2int, given a fraction, returns a negative
# number, where chinese2float is right.
#
# Output seen:
#   texts: 1亿2000万, 一点五万, 十万八, 二〇二四, 零点零五
#   chinese2digits: 10000000020000000, 15000, 108000, 2024, 0.05
#   pycnnum: ValueError, 1.5, 180000, 4, 0.05
#   cn2int: 100020000, 15000, 108000, 2024, 0.05
#   numcn: 0, 50000, 100008, 4, 5
#   cn2num: 100010000, 50000, 100008, 4, 5
#   chinese2int: 100020000, ValueError, 108000, 2024, -9995
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    chinese2digits==6.0.2 pycnnum==2.1.1 cn2int==0.2.3 numcn==0.1.0 cn2num==0.1.1
"$folder/venv/bin/python" -W ignore - <<'PY'
from decimal import Decimal

import chinese2digits
import cn2int
import cn2num
import numcn
import pycnnum

TEXTS = ["1亿2000万", "一点五万", "十万八", "二〇二四", "零点零五"]
RIGHT = ["120000000", "15000", "108000", "2024", "0.05"]
READERS = {
    "chinese2digits": lambda text: chinese2digits.takeNumberFromString(text)["replacedText"],
    "pycnnum": pycnnum.cn2num,
    "cn2int": cn2int.chinese2float,
    "numcn": numcn.ctn,
    "cn2num": cn2num.cn2digit,
    "chinese2int": cn2int.chinese2int,
}
EXPECTED = {
    "chinese2digits": ["10000000020000000", "15000", "108000", "2024", "0.05"],
    "pycnnum": ["ValueError", "1.5", "180000", "4", "0.05"],
    "cn2int": ["100020000", "15000", "108000", "2024", "0.05"],
    "numcn": ["0", "50000", "100008", "4", "5"],
    "cn2num": ["100010000", "50000", "100008", "4", "5"],
    "chinese2int": ["100020000", "ValueError", "108000", "2024", "-9995"],
}


def number(reader, text):
    try:
        value = Decimal(str(reader(text)))
    except ValueError as error:
        return type(error).__name__
    return str(value.quantize(1) if value == value.to_integral_value() else value)


print(f"texts: {', '.join(TEXTS)}")
for name, reader in READERS.items():
    assert number(reader, "一万零五") == "10005"
    found = [number(reader, text) for text in TEXTS]
    print(f"{name}: {', '.join(found)}")
    assert found == EXPECTED[name] != RIGHT, name
PY

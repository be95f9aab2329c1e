#!/usr/bin/env bash
# Spark keeps quotes in texts where a backslash is one: r'205' is '205 with a quote before it, and 'it''s' has two.
#
# Seen with pyspark 4.3.0 on 2026-11-30 (Java 17).
# `spark.sql.parser.escapedStringLiterals=true` is documented to leave escapes in literals alone, as Spark 1.6 did, so
# that patterns can be written once for several engines. The parser then takes the first and the last character off a
# literal and nothing more. Of a raw one, r'…', the first is the r: the quote behind it stays in the text, nothing is
# equal to it, and no error is raised. A quote written twice, which stands for one since Spark 4.0, stays two, so that
# no literal can hold quotes of both kinds: a backslash before one does not help then, either.
#
# Output seen:
#   false: r'205' is 205, 'it''s' is it's, '205' = r'205': True
#   true: r'205' is '205, 'it''s' is it''s, '205' = r'205': False
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyspark==4.3.0
export SPARK_LOCAL_IP=127.0.0.1
"$folder/venv/bin/python" - 2>/dev/null <<'PY'
from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
seen = {}
for escaped in ("false", "true"):
    spark.conf.set("spark.sql.parser.escapedStringLiterals", escaped)
    raw, doubled, same = spark.sql("select r'205', 'it''s', '205' = r'205'").collect()[0]
    seen[escaped] = (raw, doubled, same)
    print(f"{escaped}: r'205' is {raw}, 'it''s' is {doubled}, '205' = r'205': {same}")
spark.stop()
assert seen["false"] == ("205", "it's", True)
assert seen["true"] == ("'205", "it''s", False), "literals are read whole now"
PY

#!/usr/bin/env bash
# dbt-spark switches ANSI mode off on each connection, and on a Spark Thrift server it stays on: what it sends is not heard.
#
# Seen with dbt-spark 1.11.0, dbt-core 1.11.16, pyspark 4.3.0 (its own HiveThriftServer2), PyHive 0.7.0 and thrift 0.22.0 on 2026-11-30.
# dbt-spark hands `server_side_parameters` of a profile to PyHive as `configuration`, and adds spark.sql.ansi.enabled
# = false "to ensure compatibility with Spark v3 and v4". PyHive sends the names as they are. The server sets only those
# that are sent as `set:hiveconf:<name>`, as the JDBC driver does; of all others it says nothing. So a cast that gives NULL in
# dbt's session on the same Spark is an error on the server, and so would any parameter of the profile be lost. With the
# prefix in the profile it is heard.
#
# Output seen:
#   as dbt-spark sends it: spark.sql.ansi.enabled is true, cast('x' as int) is refused
#   as set:hiveconf: spark.sql.ansi.enabled is false, cast('x' as int) is [(None,)]
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    "dbt-spark[PyHive]==1.11.0" dbt-core==1.11.16 pyspark==4.3.0 PyHive==0.7.0 thrift==0.22.0
cd "$folder"
SPARK_HOME=$(venv/bin/python -c 'import pathlib, pyspark; print(pathlib.Path(pyspark.__file__).parent)')
PORT=$(venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 PORT
"$SPARK_HOME/bin/spark-submit" --master "local[1]" --conf spark.ui.enabled=false \
    --class org.apache.spark.sql.hive.thriftserver.HiveThriftServer2 spark-internal \
    --hiveconf hive.server2.thrift.bind.host=127.0.0.1 --hiveconf "hive.server2.thrift.port=$PORT" >log.txt 2>&1 &
server=$!
until grep -q "HiveThriftServer2 started" log.txt; do
    kill -0 "$server"
    sleep 1
done
venv/bin/python - <<'PY'
import os

from dbt.adapters.spark.connections import SparkCredentials
from pyhive import hive

profile = {"host": "127.0.0.1", "schema": "default", "method": "thrift"}
SENT = SparkCredentials(**profile).server_side_parameters
assert SENT == {"spark.sql.ansi.enabled": "false"}


def answers(configuration):
    connection = hive.connect("127.0.0.1", int(os.environ["PORT"]), username="somebody", configuration=configuration)
    cursor = connection.cursor()
    cursor.execute("set spark.sql.ansi.enabled")
    ((_, ansi),) = cursor.fetchall()
    try:
        cursor.execute("select cast('x' as int)")
        return ansi, cursor.fetchall()
    except hive.OperationalError:
        return ansi, "refused"


for told, configuration in (
    ("as dbt-spark sends it", SENT),
    ("as set:hiveconf", {f"set:hiveconf:{name}": value for name, value in SENT.items()}),
):
    ansi, cast = answers(configuration)
    print(f"{told}: spark.sql.ansi.enabled is {ansi}, cast('x' as int) is {cast}")
    assert (ansi, cast) == (("true", "refused") if configuration is SENT else ("false", [(None,)]))
PY

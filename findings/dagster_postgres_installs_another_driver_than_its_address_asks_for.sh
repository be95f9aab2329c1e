#!/usr/bin/env bash
# dagster-postgres installs psycopg2; the address that its documentation shows asks for psycopg 3 under SQLAlchemy 2.1.
#
# Seen with dagster-postgres 0.29.27, dagster 1.13.27 and SQLAlchemy 2.1.9 on 2026-11-29.
# SQLAlchemy 2.1 changed what the scheme postgresql:// stands for: psycopg, no longer psycopg2. dagster takes any
# SQLAlchemy below 3, dagster-postgres brings psycopg2-binary alone, and the address is handed on as it is: storage that
# worked is not opened after an update, with "No module named 'psycopg'". The scheme postgresql+psycopg2:// names the
# driver that is there.
#
# Output seen:
#   postgresql://            ModuleNotFoundError: No module named 'psycopg'
#   postgresql+psycopg2://   psycopg2
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    dagster-postgres==0.29.27 dagster==1.13.27 SQLAlchemy==2.1.9
DAGSTER_DISABLE_TELEMETRY=1 "$folder/venv/bin/python" - <<'PY'
from dagster_postgres.utils import pg_url_from_config
from sqlalchemy import create_engine

found = {}
for scheme in ("postgresql", "postgresql+psycopg2"):
    address = pg_url_from_config({"postgres_url": f"{scheme}://somebody@127.0.0.1/nothing"})
    try:
        # no server is asked: the driver alone is loaded
        found[scheme] = create_engine(address).driver
    except ModuleNotFoundError as error:
        found[scheme] = f"{type(error).__name__}: {error}"
    print(f"{scheme + '://':24} {found[scheme]}")
assert found["postgresql"] == "ModuleNotFoundError: No module named 'psycopg'", "the driver comes with it now"
assert found["postgresql+psycopg2"] == "psycopg2"
PY

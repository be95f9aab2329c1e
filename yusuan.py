"""The published release in Python, as frames of pandas or Polars and as a DuckDB connection.

    import yusuan
    expenditure = yusuan.read_pandas("rpt_expenditure")
    expenditure[expenditure.is_additive].groupby(["fiscal_year", "phase"]).total_cny.sum()

Money is float64: it adds, divides and plots as people expect, a figure exact to the fen up to ninety trillion yuan.
With `exact=True` it is decimal and adds exactly: `decimal.Decimal` in pandas, which divides to 28 digits; `Decimal` in
Polars, which divides to the fen only.
"""

from __future__ import annotations

from dagster_project.exports.frames import connect, describe, read_pandas, read_polars, tables

__all__ = ["connect", "describe", "read_pandas", "read_polars", "tables"]

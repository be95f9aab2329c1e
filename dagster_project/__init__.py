"""Yusuan (预算): budget and final-account disclosures as a warehouse an analyst can trust.

raw/            documents as they were published
  extraction    bytes → pages of prose and grids → tables → records           (pure Python)
  store         records → data/extracted/*.parquet                             (atomic, incremental)
  dbt           Parquet → staging → intermediate → marts → audit → findings    (data/build/<id>/)
  publication   marts → data/releases/<id>/ ← data/current                     (one pointer)
"""

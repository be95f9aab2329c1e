"""Yusuan (预算): budget and final-account disclosures as a warehouse an analyst can trust.

raw/             documents as they were published
  intake         what lies there, archives opened, the bytes kept once           (data/archive/)
  stated         what persons state beside it: corrections and verdicts          (raw/*.yml)
  extraction     bytes → read → locate → identify → interpret → wording → settle → record   (pure Python)
  languages      what is said to a reader, in Chinese or in English
  store          rows → data/extracted/*.parquet                                 (atomic, incremental)
  engine         the same documents read on a cluster of Spark, brought from its file systems
  warehouse      Parquet → staging → intermediate → marts → audit → findings    (dbt, data/build/<id>/)
  invariants     what must hold for our own work, or a document is withheld     (data/judged/*.parquet)
  publication    marts → data/releases/<id>/ ← data/current                      (one pointer)
  tracing        from a finding back to the printed lines
  inspection     one document for the eyes, before anything is built
  review         findings over the pages they are about
  site           pages of bodies and documents, static, in two languages          (data/site/)
  assessment     a folder tried before it is trusted, in a data folder that is dropped
  defs, commands the steps as Dagster assets, and on the command line
  derived        texts that repeat what stands once elsewhere

A room imports only what lies below it: the layers stand in `pyproject.toml`, and `make lint` holds them.
"""

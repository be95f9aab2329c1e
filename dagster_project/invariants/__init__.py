"""What must hold for our own work, whatever the documents say: a violation keeps a release from its readers.

Does not belong here: what must add up inside a document. That is audited in `dbt/models/audit` and never blocks.
"""

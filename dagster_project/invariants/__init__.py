"""What must hold for our own work, whatever the documents say.

A document for which it does not hold is withheld, and the rest is published; what is about no single document keeps
the release from its readers.

Does not belong here: what must add up inside a document. That is audited in `dbt/models/audit` and never blocks.
"""

"""Texts that repeat what stands once elsewhere: dbt sources, seeds and words, lists of rules, tables of the READMEs.

Does not belong here: what is repeated: `extraction/schemas`, `extraction/knowledge` and the seed of rules.
"""

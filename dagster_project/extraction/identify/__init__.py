"""Whose document it is, of which year: issuer, region, kind, scope, and the organisations it names.

In: the located document. Out: an `Identity`, and `Organisations` that resolve printed names.
"""

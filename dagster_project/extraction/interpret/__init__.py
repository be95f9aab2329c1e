"""Give every cell its meaning: figures, projects, indicators, scores. `tables` picks the layout; each has a room.

In: located tables and the identity. Out: an `Interpretation`; `claims` knows who claimed which cell.
"""

"""Calculations that a text states: expressions and their results, and the amounts that estimates are made of."""

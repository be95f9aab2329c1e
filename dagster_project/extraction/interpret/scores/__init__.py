"""Scoring tables: levels with weights, scores, and the levels that a lost merged cell shifted."""

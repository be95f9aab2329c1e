"""What the words say beside the tables: numbers and how they relate, heads, counts, names of codes, labels.

In: the prose and the texts of cells, and what the tables were found to be. Out: a `Wording`.
"""

"""The account of a document: its own identities, in digits, for and against each decision of its reading.

`evidence` says what an agreement is worth, `across`, `down` and `between` which identities a table and its neighbours
declare, `judge` what follows for each figure, `repairs` which single printed figure explains what fails.
"""

"""Kinds of figures that no rule examines yet, or not all of them, and why: the lists must shrink."""

from __future__ import annotations

WHY = {
    "no rule compares what the text says with the tables, or with itself": (
        "budget / performance in words / money", "budget / performance in words / unit",
        "budget / procurement in words / money", "budget / procurement in words / unit",
        "budget / projects in words / money", "budget / projects in words / unit",
        "budget / three-public in words / money", "budget / three-public in words / unit",
        "budget / totals in words / money", "budget / totals in words / unit",
        "budget / units in words / money", "budget / units in words / unit",
        "final_account / codes in words / money", "final_account / codes in words / unit",
        "final_account / economic items in words / money", "final_account / economic items in words / unit",
        "final_account / government fund in words / money", "final_account / government fund in words / unit",
        "final_account / three-public in words / money", "final_account / three-public in words / unit",
        "final_account / totals in words / money", "final_account / totals in words / unit",
        "final_account / assets / money", "final_account / assets / unit",
        "final_account / procurement in words / money", "final_account / procurement in words / unit",
        "evaluation / procurement in words / money", "evaluation / procurement in words / unit",
        "evaluation / execution / money", "evaluation / execution / unit",
        "budget / procurement / unit", "budget / three-public table / unit",
    ),
    "no rule computes a stated change, growth, share or rate": (
        "budget / organ operation / money", "budget / organ operation / rate", "budget / organ operation / unit",
        "budget / projects in words / rate", "budget / three-public in words / rate", "budget / totals in words / rate",
        "final_account / organ operation / money", "final_account / organ operation / rate", "final_account / organ operation / unit",
        "final_account / procurement in words / rate", "final_account / three-public in words / rate",
        "final_account / totals in words / rate", "final_account / evaluation form / rate", "final_account / evaluations in words / rate",
        "evaluation / cost control / money", "evaluation / cost control / rate", "evaluation / cost control / unit",
        "evaluation / execution / rate", "evaluation / heads and vehicles / rate", "evaluation / procurement in words / rate",
        "evaluation / quarters / money", "evaluation / quarters / rate", "evaluation / quarters / unit",
    ),
    "no rule compares projects over lists, tasks, forms and words, or counts them": (
        "budget / project list / project", "budget / project list / unit", "budget / project form / money",
        "budget / tasks of a unit / project", "budget / tasks of a unit / unit", "budget / performance in words / count", "budget / targets of a unit / money",
        "final_account / evaluation form / money", "final_account / evaluations in words / money",
        "final_account / evaluations in words / unit", "final_account / evaluations in words / count", "evaluation / tasks / money",
    ),
}  # fmt: skip
UNAUDITED = {family: reason for reason, families in WHY.items() for family in families}
PARTLY = {
    "budget / heads and vehicles / count": "the number of units, and the vehicles of an only unit, are stated once",
    "budget / summary / name": "a row by name alone is examined only below a row whose name differs too",
    "final_account / summary / name": "a row by name alone is compared with no code in a final account",
    "provincial / summary / name": "a row by name alone is compared with no code where its amount holds money of all funds",
    "budget / project list / money": "sources sum to the amount only where none of them is printed as a dash or blank",
    "budget / tasks of a unit / money": "sources sum to the amount only where none of them is printed as a dash or blank",
}

"""What the text states in numbers: amounts and rates, what each is about, and how they relate to one another.

paragraphs (lines joined) → quantities (numbers with the words before them) → roles (level, base, change, rate …)
→ subjects (topic, code, project, organisation, year, phase; some taken_over from what stands before)
→ relations (which level a change is about).
"""

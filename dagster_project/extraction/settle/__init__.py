"""What only the whole document tells: corrections of figures, units, owners, phases, codes.

It sees what all stages before it found; nothing before it imports it.
"""

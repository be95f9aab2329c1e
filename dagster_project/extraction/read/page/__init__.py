"""Pages of fixed layout, whichever file they come from: characters and ruled lines become prose and grids.

characters, rulings → lattice → cells (open_top, aligned) and phrases → page
→ assembly: paragraphs → columns → Builder; pages that are pictures go to the reader of images (recogniser)
"""

"""What persons state of all documents: corrections, and verdicts on findings. Each bears a reason and what it expects.

Does not belong here: putting it in, or judging whether it still fits.
"""

"""Extracted tables on disk: what is new is read, what changed is rewritten, and what surrounds a document is put in.

Does not belong here: which files there are (`intake`), and what they say (`extraction`).
"""

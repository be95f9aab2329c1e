"""Runs of the main job as those see them who do not sit beside: their history, their lines, and whom a failure is told.

Lies beside the releases, not in them: the same documents give the same release, whenever and how often they are read.
"""

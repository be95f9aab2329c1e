"""Findings as a reviewer reads them: over the pages they are about, as one HTML page or as notes in a copy of the PDF.

places (where the figures of a finding stand) → sheets (findings with their pages) → page (HTML) or notes (PDF).
"""

from dagster_project.review.notes import write_notes
from dagster_project.review.page import Pieces, lines_around, write_page
from dagster_project.review.sheets import Documents, Reviewed, reviewed

__all__ = ["Documents", "Pieces", "Reviewed", "lines_around", "reviewed", "write_notes", "write_page"]

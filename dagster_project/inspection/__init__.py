"""What was read of one document, laid over what is printed: for the eyes of a person, before anything is built.

reading (bytes → rows) → tables (what each table is) → overlay (what became of each cell) → page (one HTML file).
"""

from dagster_project.inspection.page import Section, content, pages_to_draw, section_of_table, write_page
from dagster_project.inspection.reading import Reading, read_document
from dagster_project.inspection.tables import FoundTable, found_tables

__all__ = [
    "FoundTable",
    "Reading",
    "Section",
    "content",
    "found_tables",
    "pages_to_draw",
    "read_document",
    "section_of_table",
    "write_page",
]

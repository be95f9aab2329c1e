"""A folder of new documents, tried before it is trusted: what is read of it, and how far that can be relied on.

making (folder → warehouse in a folder that is dropped) → measuring (queries) → rows (the model, one row per document)
→ standing (what speaks against each) → page (one HTML file) and export (CSV, JSON).
Does not belong here: any judgement of the documents. Their slips are findings, and no reason to mistrust the reading.
"""

from dagster_project.assessment.export import write_csv, write_json
from dagster_project.assessment.making import assess_folder
from dagster_project.assessment.model import Assessment, DocumentAssessment, Measures, Outcome, Standing, Summary
from dagster_project.assessment.page import write_page

__all__ = [
    "Assessment",
    "DocumentAssessment",
    "Measures",
    "Outcome",
    "Standing",
    "Summary",
    "assess_folder",
    "write_csv",
    "write_json",
    "write_page",
]

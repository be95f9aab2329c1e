"""A label of money in a form is known by its year and its end, whatever stands between them."""

from __future__ import annotations

import pytest

from dagster_project.extraction.interpret.forms.labels import label_of


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("年度预算资金总额（万元）", "approved"),
        ("当年统筹资金总额：", "approved"),
        ("规划期项目资金总额", "midterm"),
        ("项目总预算", "midterm"),
        ("其中：年度财政资金", "fiscal_appropriation"),
        ("当年财政拨款预算金额", "fiscal_appropriation"),
        ("自筹资金", "other_funds"),
        ("承担单位", "organisation"),
        ("年度目标", None),
        ("年度其他来源资金", None),
        ("单位", None),
    ],
)
def test_label_of_a_form(label: str, key: str | None) -> None:
    found = label_of(label)
    assert (found.key if found else None) == key

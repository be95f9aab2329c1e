"""Heads, posts, equipment and vehicles stated in prose."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from dagster_project.extraction.knowledge.loading import Words

HeadGroup = Literal["posts", "staff", "equipment", "vehicles"]


class Heads(Words):
    """heads.yml: kind → the words before the figure, in four groups; `planned` is no stock."""

    posts: dict[str, str]
    staff: dict[str, str]
    equipment: dict[str, str]
    vehicles: dict[str, str]
    planned: re.Pattern[str]
    heading: re.Pattern[str]

    @cached_property
    def kinds(self) -> dict[str, tuple[HeadGroup, str]]:
        """Every kind with its group and its words."""
        groups: tuple[tuple[HeadGroup, dict[str, str]], ...] = (
            ("posts", self.posts),
            ("staff", self.staff),
            ("equipment", self.equipment),
            ("vehicles", self.vehicles),
        )
        return {kind: (group, words) for group, kinds in groups for kind, words in kinds.items()}

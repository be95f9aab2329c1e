"""YAML that a person writes, read within bounds: how large, how deep, and how much its aliases would write out.

Does not belong here: what it should say.
"""

from __future__ import annotations

from typing import Any

import yaml

MOST_BYTES = 2**20
MOST_WRITTEN_OUT = 2**22
LONGEST = 10_000
DEEPEST = 20

Loader = type[yaml.BaseLoader] | type[yaml.SafeLoader]


class NotUsable(Exception):
    """Why a file is no YAML that is read; the message names the line where it has one."""


def parse(content: bytes, loader: Loader) -> tuple[Any, yaml.Node | None]:
    """Return what a YAML file says, None where it says nothing, and the node it is said by; raises NotUsable.

    BaseLoader leaves every scalar a text, as it is written.
    """
    try:
        reading = _bounded(loader)(content.decode("utf-8-sig"))
        node = reading.get_single_node()
        return (reading.construct_document(node) if node else None), node
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotUsable(f"line {line} is not UTF-8") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise NotUsable(f"line {mark.line + 1}: {error.problem}" if mark else str(error.problem)) from error
    except (yaml.YAMLError, ValueError) as error:
        raise NotUsable(" ".join(str(error).split())) from error


def _bounded(loader: Loader) -> Any:
    """Return a loader that stops at the bounds while it composes, before anything is made of what it read."""

    class Bounded(loader):  # type: ignore[misc, valid-type]
        def __init__(self, text: str) -> None:
            super().__init__(text)
            self.depth = 0
            self.sizes: dict[int, int] = {}

        def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node:
            mark = self.peek_event().start_mark
            if self.depth == DEEPEST:
                raise _beyond(f"it is nested more than {DEEPEST} deep", mark)
            self.depth += 1
            node: yaml.Node = super().compose_node(parent, index)
            self.depth -= 1
            if id(node) not in self.sizes:
                self.sizes[id(node)] = self.size(node)
            if self.sizes[id(node)] > MOST_WRITTEN_OUT:
                raise _beyond("its aliases, written out, are too long", mark)
            return node

        def size(self, node: yaml.Node) -> int:
            """Return the characters of a node with its aliases written out."""
            if isinstance(node, yaml.ScalarNode):
                return _size_of_scalar(node)
            parts = (part for item in node.value for part in (item if isinstance(item, tuple) else (item,)))
            try:
                return 1 + sum(self.sizes[id(part)] for part in parts)
            except KeyError:
                raise _beyond("it holds itself by an alias", node.start_mark) from None

    return Bounded


def _size_of_scalar(node: yaml.ScalarNode) -> int:
    if len(node.value) > LONGEST:
        raise _beyond(f"a value is longer than {LONGEST:,} characters", node.start_mark)
    if any("\ud800" <= letter <= "\udfff" for letter in node.value):
        raise _beyond("a value holds half a character", node.start_mark)
    return 1 + len(node.value)


def _beyond(problem: str, mark: yaml.Mark) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=mark)

"""Sentences in Chinese: sentences.yml holds those of what was not read, beside the English that the tables hold, and
refusals.yml those that commands say.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from pydantic import RootModel

from dagster_project.extraction.knowledge.loading import content, validated

OF_DOCUMENTS = ("sentences.yml",)
OF_COMMANDS = ("refusals.yml", "sentences.yml")
"""A command also tells what is wrong with what persons state."""
FILLED = re.compile(r"\\\{(\d)\\\}")
ENDS, LAST = r"\.(?=\s|$)", r":\ (.+?)$"
MOST = 65_536


class Sentences(RootModel[dict[str, str]]):
    """The Chinese of each sentence, or part of one, by its English; `{0}` is what is filled in."""


@lru_cache(maxsize=MOST)
def in_chinese(message: str, files: tuple[str, ...] = OF_DOCUMENTS) -> str:
    """Return a message in Chinese, sentence by sentence; one that has no Chinese stays as it is.

    What is filled into a sentence is said in Chinese where it is a part that has Chinese; else it is a name, a number.
    """
    told, rest = "", message
    while rest:
        sentence, rest = _first(rest, files)
        told += sentence
    return told


def told_in_chinese(message: str) -> str:
    """Return what a command says in Chinese, paragraph by paragraph."""
    return "\n\n".join(in_chinese(paragraph, OF_COMMANDS) for paragraph in message.split("\n\n"))


def _first(message: str, files: tuple[str, ...]) -> tuple[str, str]:
    """Return the first sentence of a message in Chinese, and what is left."""
    for english, chinese in _sentences(files):
        if found := english.match(message):
            return _filled(chinese, found, files), message[found.end() :].lstrip()
    if (whole := _part(message, files)) != message:
        return whole, ""
    end = message.find(". ") + 1 or len(message)
    return message[:end] + (" " if message[end:] else ""), message[end:].lstrip()


def _filled(chinese: str, found: re.Match[str], files: tuple[str, ...]) -> str:
    return chinese.format(*(_part(each, files) for each in found.groups()))


def _part(text: str, files: tuple[str, ...]) -> str:
    for english, chinese in _all(files):
        if found := english.fullmatch(text):
            return _filled(chinese, found, files)
    return text


@cache
def _sentences(files: tuple[str, ...]) -> list[tuple[re.Pattern[str], str]]:
    """Return what a message may begin with: what ends with a full stop, or with what is filled in behind a colon.

    What begins with its own words is tried before what begins with something that is filled in.
    """
    whole = (each for each in _all(files) if each[0].pattern.endswith((ENDS, LAST)))
    return sorted(whole, key=lambda each: each[0].pattern.startswith("("))


@cache
def _all(files: tuple[str, ...]) -> list[tuple[re.Pattern[str], str]]:
    """Return expressions with the Chinese of what they fit; what says most in words of its own is tried first."""
    stated: dict[str, str] = {}
    for file in files:
        stated |= validated(content(Path(__file__).with_name(file)), Sentences, f"languages/{file}").root
    patterns = [(_pattern(english), chinese) for english, chinese in stated.items()]
    return sorted(patterns, key=lambda each: -len(each[0].pattern))


def _pattern(english: str) -> re.Pattern[str]:
    """Return the expression of a sentence: what is filled in may be anything, and behind a full stop is an end."""
    words = FILLED.sub("(.+?)", re.escape(english))
    end = r"(?=\s|$)" if words.endswith(r"\.") else "$"
    return re.compile(words + end, re.DOTALL)

"""What is said to a reader, in Chinese or in English: words by group and key, sentences of what was not read, and of
what a command refuses, sees or has done.

Does not belong here: the words of one room, which stand as YAML beside who says them, and the messages of findings,
which the rules make in both languages.
"""

from dagster_project.languages.sentences import in_chinese, told_in_chinese
from dagster_project.languages.words import Language, Words, words_of

__all__ = ["Language", "Words", "in_chinese", "told_in_chinese", "words_of"]

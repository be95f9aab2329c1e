"""Measure, and print JSON: what becomes of documents whose words the reader does not know.

Usage: python benchmarks/unseen.py [SHARE [SEED [FOLDER]]]   — the cities' documents beside the clone unless told.

Without SHARE each city's documents (the second part of `020_西安_….pdf`) are read by a knowledge that lacks every word
which no other city prints: as if the city had never been seen. With it all are read by one that lacks so large a share,
drawn by SEED, of the words that few cities print. Both beside what the whole knowledge reads: `lost` facts are none
any more, `vaguer` ones have a measure that says less (part, amount), `doubtful` ones say another thing, and that they
may be misread, `other` ones do not, and `new_findings` say of a document what the whole knowledge does not. What was
learnt of a city besides its words, the mechanisms of reading, cannot be left out so.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import duckdb
from against import PROJECT, checked_out
from nights import night

from dagster_project.extraction.model.document import Grid, Prose
from dagster_project.extraction.read import read

CITIES = PROJECT.parent / "shared" / "documents" / "cities"
KNOWLEDGE = Path("dagster_project/extraction/knowledge")
WORD = re.compile(r"\[[^\],]*\]|[\u4e00-\u9fff]{2,}(?!\?)|[\u4e00-\u9fff]{2,}(?=[\u4e00-\u9fff]\?)")
"""A word of a pattern; or a class of characters, which is none."""
NO_WORD = re.compile(r"\[.*|[〇零一二三四五六七八九十百千万亿两甲乙丙丁]+元?")
"""Numerals are everybody's, and so are the yuan they count."""
FEW = 8
"""What more cities print are words of the law, that all have."""
FIRST_BLANK, BLANKS = 0xE000, 4000
"""Characters that no document prints, in the place of those of a word."""
FIGURES = """
create table {name} as
select
    ledger_id, ledger.disposition = 'fact' as is_fact, ledger.reading_status, lines.measure,
    (ledger.amount_cny, ledger.fiscal_year, ledger.phase, lines.statement_kind, lines.measure, lines.code) as says
from {name}_file.main.fct_ledger as ledger left join {name}_file.main.fct_statement_lines as lines using (ledger_id)
"""
COMPARED = """
select
    count(*) filter (known.is_fact) as facts,
    count(*) filter (known.is_fact and not coalesce(blind.is_fact, false)) as lost,
    count(*) filter (known.is_fact and blind.is_fact and differs and is_vague) as vaguer,
    count(*) filter (known.is_fact and blind.is_fact and differs and not is_vague and not is_sure) as doubtful,
    count(*) filter (known.is_fact and blind.is_fact and differs and not is_vague and is_sure) as other
from known left join (
    select
        *,
        coalesce(measure in ('part', 'amount'), false) as is_vague,
        reading_status in ('certain', 'chosen') as is_sure
    from blind
) as blind using (ledger_id), lateral (select known.says is distinct from blind.says as differs)
"""
NEW = """
select rule_id, confidence, message_zh from blind_file.main.fct_findings as found
where not exists (
    select 1 from known_file.main.fct_findings as known
    where known.document_id = found.document_id and known.rule_id = found.rule_id
        and known.page is not distinct from found.page and known.line is not distinct from found.line
)
order by all
"""


def words_of(line: str) -> list[str]:
    """Return the words of a line of knowledge."""
    return [] if line.lstrip().startswith("#") else [word for word in WORD.findall(line) if not NO_WORD.fullmatch(word)]


def printed_by(cities: Mapping[str, Sequence[Path]]) -> dict[str, list[str]]:
    """Return the cities that print each word of the knowledge."""
    texts = {city: "".join(_text(file) for file in files) for city, files in cities.items()}
    lines = [
        line for file in sorted((PROJECT / KNOWLEDGE).rglob("*.yml")) for line in file.read_text("utf-8").split("\n")
    ]
    words = sorted({word for line in lines for word in words_of(line)})
    return {word: [city for city, text in texts.items() if word in text] for word in words}


def _text(file: Path) -> str:
    document, _ = read(file.read_bytes(), file.name)
    rows = [row.cells for block in document.blocks if isinstance(block, Grid) for row in block.rows]
    prose = [(block.text,) for block in document.blocks if isinstance(block, Prose)]
    return re.sub(r"\s", "", "".join(text for texts in [*prose, *rows] for text in texts))


def lack(words: Collection[str], checkout: Path) -> None:
    """Take words out of the knowledge of a checkout."""
    for file in (checkout / KNOWLEDGE).rglob("*.yml"):
        lines = file.read_text("utf-8").split("\n")
        file.write_text("\n".join(_blanked(line, words) for line in lines), "utf-8")


def _blanked(line: str, words: Collection[str]) -> str:
    if line.lstrip().startswith("#"):
        return line
    return WORD.sub(lambda found: _blank(found[0]) if found[0] in words else found[0], line)


def _blank(word: str) -> str:
    return "".join(chr(FIRST_BLANK + ord(letter) % BLANKS) for letter in word)


def compare(files: Sequence[Path], words: Collection[str], place: Path) -> dict[str, object]:
    """Read documents by the whole knowledge and by one that lacks some words, and return what that changes."""
    raw = place / "raw"
    raw.mkdir(parents=True)
    for file in files:
        shutil.copy(file, raw)
    night(PROJECT, raw, place / "known")
    with checked_out("HEAD") as checkout:
        lack(words, checkout)
        night(checkout, raw, place / "blind")
    with duckdb.connect() as connection:
        for name in ("known", "blind"):
            connection.execute(f"attach '{place / name / 'warehouse.duckdb'}' as {name}_file (read_only)")
            connection.execute(FIGURES.format(name=name))
        compared = connection.sql(COMPARED)
        told = dict(zip(compared.columns, compared.fetchall()[0], strict=True))
        findings = connection.sql(NEW).fetchall()
    shutil.rmtree(place)
    return {"documents": len(files), "words_lacking": sorted(words), **told, "new_findings": findings}


def measure(folder: Path, share: float, seed: int, place: Path) -> dict[str, object]:
    """Return for each city what its own words are worth, or for all what a share of rare words is."""
    cities: dict[str, list[Path]] = {}
    for file in sorted(folder.iterdir()):
        cities.setdefault(file.name.split("_")[1], []).append(file)
    printed = printed_by(cities)
    if share:
        draw = random.Random(seed)
        words = {word for word, by in printed.items() if len(by) <= FEW and draw.random() < share}
        return compare([file for files in cities.values() for file in files], words, place / "all")
    return {
        city: compare(files, {word for word, by in printed.items() if by == [city]}, place / city)
        for city, files in cities.items()
    }


if __name__ == "__main__":
    share, seed, *rest = [*sys.argv[1:], *["0", "0"][len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(rest[0]) if rest else CITIES, float(share), int(seed), Path(folder))
    print(json.dumps(found, indent=2, ensure_ascii=False))

"""Read one row as a client: what she told, what was written, and by what the row is known again."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from caseflow.records.imports.layout import ANONYMOUS, TOLD_ON, Column, Layout
from caseflow.records.imports.read_cell import is_cross, read_cell
from caseflow.records.imports.read_sheet import Row
from caseflow.records.told import Told
from caseflow.records.write_entry import Draft
from caseflow.vault.identity_cards import NAME
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.catalogue import Catalogue
from caseflow.vocabulary.states import FactState


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is to be imported; whether it can be is found out by importing it."""

    number: int
    told: Mapping[str, Told]  # by question
    drafts: Mapping[str, Draft]  # by the key of the column with the text
    text: str  # the same for the same cells, whatever file they stand in


def read_line(layout: Layout, row: Row, catalogue: Catalogue) -> Line | tuple[Problem, ...]:
    """Return the line, or what is wrong with the row as such; a problem's field is a key."""
    cells = {column.key: text for column in layout.columns if (text := _cell(row, column).strip())}
    problems = _check(layout, row, cells)
    if problems:
        return tuple(problems)
    told_on = cells.get(TOLD_ON)
    facts = _facts(cells, catalogue)
    told = {key: Told(FactState.ANSWERED, value, told_on) for key, value in facts.items()}
    if is_cross(cells.get(ANONYMOUS, "")):
        told[NAME] = Told(FactState.WITHHELD, told_on=told_on)
    return Line(row.number, told, _drafts(cells), _text(cells))


def _cell(row: Row, column: Column) -> str:
    return row.cells[column.place] if column.place < len(row.cells) else ""


def _check(layout: Layout, row: Row, cells: Mapping[str, str]) -> list[Problem]:
    last = max(column.place for column in layout.columns)
    beyond = layout.marked and any(cell.strip() for cell in row.cells[last + 1 :])
    crossed = is_cross(cells.get(ANONYMOUS, ""))
    given = {"given": cells.get(ANONYMOUS, "")}
    checks = (
        (beyond, Problem("line", "too_many_cells")),
        (not cells, Problem("line", "nothing_here")),
        (crossed is None, Problem(ANONYMOUS, "not_yes_no", given)),
        (crossed and NAME in cells, Problem(NAME, "named_and_anonymous")),
    )
    entries = [key for key in cells if key.startswith("entry:") and _base(key) not in cells]
    return [
        *(problem for wrong, problem in checks if wrong),
        *(Problem(key, "entry_without_text") for key in entries),
    ]


def _facts(cells: Mapping[str, str], catalogue: Catalogue) -> dict[str, object]:
    facts: dict[str, object] = {}
    for key, text in cells.items():
        name, _, part_name = key.partition(".")
        question = catalogue.question(name)
        if question is None:
            continue
        part = question.type.part(part_name) or question.type.parts[0]
        value = read_cell(question, part, text)
        if question.type.single:
            facts[name] = value
            continue
        parts = facts.setdefault(name, {})
        assert isinstance(parts, dict)  # noqa: S101 - a question has always the same type
        parts[part.name] = value
    return facts


def _drafts(cells: Mapping[str, str]) -> dict[str, Draft]:
    drafts = {}
    for key, text in cells.items():
        if not key.startswith("entry:") or _base(key) != key:
            continue
        _, kind, category = key.partition("#")[0].split(":")
        day = cells.get(f"{key}:day") or cells.get(TOLD_ON, "")
        fields = {"title": cells.get(f"{key}:title", ""), "text": text}
        drafts[key] = Draft(category, day, kind, fields)
    return drafts


def _base(key: str) -> str:
    return key.removesuffix(":day").removesuffix(":title")


def _text(cells: Mapping[str, str]) -> str:
    normal = {
        key: unicodedata.normalize("NFC", " ".join(text.split())) for key, text in cells.items()
    }
    return json.dumps(normal, ensure_ascii=False, sort_keys=True)

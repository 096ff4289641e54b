"""What an import has done line by line, as people and as programs read it."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from caseflow.cli.import_sentences import problem_sentence
from caseflow.records.imports import Outcome

if TYPE_CHECKING:
    from caseflow.records.imports import Layout, Row
    from caseflow.vocabulary.answers import Problem
    from caseflow.vocabulary.questions.catalogue import Catalogue

_GERMAN = MappingProxyType(
    {
        "place": "Zeile {line}, Spalte „{column}“: {sentence}",
        "line": "Zeile {line}: {sentence}",
        "imported": "eingelesen: {count}",
        "already": "schon vorhanden: {count}",
        "sound": "in Ordnung, nicht eingelesen: {count}",
        "bad": "mit Fehlern, nicht eingelesen: {count}",
        "verdict": "Zeilen mit Fehlern: {count}; berichtigen Sie sie.",
        "to_mend": "Die Zeilen mit Fehlern stehen in {path} (als CSV); berichtigen Sie sie dort "
        "und lesen Sie diese Datei ein.",
    }
)
_ENGLISH = MappingProxyType(
    {
        "place": "line {line}, column “{column}”: {sentence}",
        "line": "line {line}: {sentence}",
        "imported": "imported: {count}",
        "already": "imported before: {count}",
        "sound": "sound, not imported: {count}",
        "bad": "with mistakes, not imported: {count}",
        "verdict": "lines with mistakes: {count}; mend them.",
        "to_mend": "The lines with mistakes are in {path} (as CSV); mend them there and import "
        "that file.",
    }
)
WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({"de": _GERMAN, "en": _ENGLISH})


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to be mended."""

    line: int
    column: str  # its heading; empty: the whole line
    code: str
    sentence: str


@dataclass(slots=True)
class ImportReport:
    """What became of each line so far."""

    layout: "Layout"
    catalogue: "Catalogue"
    language: str
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    mistakes: list[Mistake] = field(default_factory=list)
    bad: "list[tuple[Row, str]]" = field(default_factory=list)  # with all that is to be mended

    def add(self, row: "Row", outcome: "Outcome | tuple[Problem, ...]") -> None:
        """Note what became of a row."""
        if isinstance(outcome, Outcome):
            self.outcomes[outcome] += 1
            return
        # One column may be at fault in several answers: its day is theirs all.
        found = list(dict.fromkeys(self._mistake(row, problem) for problem in outcome))
        self.mistakes += found
        told = [
            f"{each.column}: {each.sentence}" if each.column else each.sentence for each in found
        ]
        self.bad.append((row, " ".join(told)))

    def counts(self) -> dict[str, int]:
        """Return how many lines had which outcome."""
        return {**{each.value: self.outcomes[each] for each in Outcome}, "bad": len(self.bad)}

    def verdict(self) -> str:
        """Return how many lines have mistakes."""
        return self._say("verdict", count=len(self.bad))

    def text(self, to_mend: Path | None) -> str:
        """Return the report for people."""
        lines = [
            self._say(
                "place" if each.column else "line",
                line=each.line,
                column=each.column,
                sentence=each.sentence,
            )
            for each in self.mistakes
        ]
        lines += [self._say(key, count=count) for key, count in self.counts().items() if count]
        if to_mend is not None:
            lines.append(self._say("to_mend", path=to_mend))
        return "\n".join(lines)

    def json(self, to_mend: Path | None) -> str:
        """Return the report for programs."""
        mistakes = [
            {"line": each.line, "column": each.column, "code": each.code, "sentence": each.sentence}
            for each in self.mistakes
        ]
        told = {
            **self.counts(),
            "to_mend": None if to_mend is None else str(to_mend),
            "mistakes": mistakes,
        }
        return json.dumps(told, ensure_ascii=False)

    def _mistake(self, row: "Row", problem: "Problem") -> Mistake:
        sentence = problem_sentence(problem, self.language, self.catalogue)
        return Mistake(row.number, self._heading(problem.field), problem.code, sentence)

    def _heading(self, key: str) -> str:
        """Return the heading of the column that a problem is about."""
        question, _, part = key.partition(".")
        day = "told_on" if part == "told_on" or key.endswith(":day") else ""
        for each in (key, day, question, key.removesuffix(":day").removesuffix(":title")):
            column = self.layout.column(each) if each else None
            if column is not None:
                return column.heading
        return ""

    def _say(self, key: str, **values: object) -> str:
        return WORDS.get(self.language, _ENGLISH)[key].format(**values)

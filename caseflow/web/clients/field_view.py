"""A field of a form as it is shown, and the question around it."""

from dataclasses import dataclass
from typing import Any

from caseflow.records import IntakeQuestion
from caseflow.vocabulary.states import FactState


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: how it is filled in, and what it holds."""

    name: str
    shape: str  # text, line, radios, boxes, list, suggestions, scale, rows, files
    label: str  # empty where the question itself is the label
    held: Any  # text, or a list of codes
    options: tuple[tuple[str, str], ...] = ()  # value, label
    rows: tuple[tuple["FieldView", ...], ...] = ()  # of a table
    sent: str = ""  # the name of a cell in what is sent: that of its column


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with its fields, and what is told already."""

    key: str
    label: str
    hint: str
    category: str
    line: IntakeQuestion
    fields: tuple[FieldView, ...]
    state: str  # as it is ticked
    was: str  # what the form held when it was shown first
    confirmed: bool
    voluntary: bool
    wrong: bool

    @property
    def told(self) -> bool:
        """Say whether she was asked before."""
        return self.line.state is not FactState.NOT_ASKED

    @property
    def cells(self) -> tuple[FieldView, ...]:
        """Return the fields of all rows."""
        return tuple(cell for field in self.fields for row in field.rows for cell in row)

"""What a reader of one part gives back: a value in its one form, or what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from caseflow.vocabulary.questions.answer_types import Part
from caseflow.vocabulary.questions.catalogue import Question

Scalar: TypeAlias = str | int | float | bool
Row: TypeAlias = Mapping[str, Scalar]
PartValue: TypeAlias = Scalar | Sequence[Scalar] | Sequence[Row]
Value: TypeAlias = PartValue | Mapping[str, PartValue]


@dataclass(frozen=True, slots=True)
class Fault:
    """A code and the values of its sentence, which a face writes."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    at: str = ""  # behind the name of the part: `.2.born` is that column of the second row


@dataclass(frozen=True, slots=True)
class Asked:
    """What is being answered, and the provider's calendar day."""

    question: Question
    part: Part
    today: date


def wrong_kind(asked: Asked) -> Fault:
    """Return the fault of a value whose JSON type does not fit the part at all."""
    return Fault("wrong_kind", {"kind": asked.part.kind.value})


def items(value: object, separators: str) -> list[str] | None:
    """Return the items of a list, or of a text that separates them; None for anything else."""
    if isinstance(value, str):
        for separator in separators:
            value = value.replace(separator, "\n")
        value = value.split("\n")
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return None
    return [item.strip() for item in value if item.strip()]

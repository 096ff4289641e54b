"""The slip of a handover: the least that the receiving unit must know, and how it is written."""

import json
from dataclasses import asdict, dataclass
from datetime import date

from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.read_answer import read_answer
from caseflow.vocabulary.questions.stored_answer import Answer
from caseflow.vocabulary.states import Urgency

_TYPES = {"languages": "languages", "children": "number(0..40)", "note": "text"}
_FIELDS = {key: Question(key, {}, "", read_type(type_), {}) for key, type_ in _TYPES.items()}


@dataclass(frozen=True, slots=True)
class Slip:
    """What was typed for a slip, to be checked."""

    urgency: str  # an Urgency
    languages: object  # codes or names, a list or with commas between them
    children: object  # how many come with her
    note: str = ""  # with a consent only


@dataclass(frozen=True, slots=True)
class WrittenSlip:
    """A slip as it lies sealed to both units; the second half is empty without a consent."""

    urgency: Urgency
    languages: tuple[str, ...]
    children: int
    note: str = ""
    code: str = ""
    name: str = ""  # and birth year: where the consent opens her identity too
    birth_year: str = ""

    def written(self) -> str:
        """Return it as the text that is sealed."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def read_slip(slip: Slip, today: date, *, consented: bool) -> WrittenSlip | tuple[Problem, ...]:
    """Return the slip as it can be written, or every problem with it."""
    problems = []
    noted = bool(slip.note.strip())
    if slip.urgency not in set(Urgency):
        problems.append(Problem("urgency", "not_a_choice"))
    if noted and not consented:
        problems.append(Problem("note", "needs_consent"))
    given = {"languages": slip.languages, "children": slip.children}
    if noted:
        given["note"] = slip.note
    read = {key: read_answer(_FIELDS[key], value, today) for key, value in given.items()}
    problems += [each for each in read.values() if isinstance(each, Problem)]
    if problems:
        return tuple(problems)
    return _slip(slip, {key: each for key, each in read.items() if isinstance(each, Answer)})


def read_reason(reason: object, today: date) -> str | Problem:
    """Return the reason to decline in its one form, or what is wrong with it."""
    found = read_answer(Question("reason", {}, "", read_type("text"), {}), reason, today)
    return found if isinstance(found, Problem) else str(found.value)


def opened_slip(text: str) -> WrittenSlip:
    """Return the slip that a sealed text says."""
    content = json.loads(text)
    content |= {
        "urgency": Urgency(content["urgency"]),
        "languages": tuple(content["languages"]),
    }
    return WrittenSlip(**content)


def _slip(slip: Slip, read: dict[str, Answer]) -> WrittenSlip:
    spoken = read["languages"].value
    return WrittenSlip(
        urgency=Urgency(slip.urgency),
        languages=tuple(map(str, spoken)) if isinstance(spoken, list) else (),
        children=int(str(read["children"].value)),
        note=str(read["note"].value) if "note" in read else "",
    )

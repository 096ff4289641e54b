"""What an answer is made of: one part, several parts, or one of several.

A type is written as an expression, in config/questions.toml as in a stored answer:

    text                                     one part
    choice(residence_title) + date           parts that stand together; each may be left out
    date | year | choice(age_class)          alternatives; exactly one of them
    choice(course) + level: choice(level)    a part with a name of its own
    number(0..40)                            a count within bounds; without them any number
    table(name: text, born: date(past))      rows of named columns; each cell may be left out
    list + file                              files that are attached, beside what is told of them

Tables and files are never alternatives.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from caseflow.vocabulary.errors import BadConfiguration


class Kind(StrEnum):
    """What one part of an answer is; beside it the JSON it is kept as."""

    TEXT = "text"  # words as told, several lines allowed: str
    LIST = "list"  # one line for each thing: list of str
    YES_NO = "yes_no"  # bool
    YES_NO_UNKNOWN = "yes_no_unknown"  # "yes", "no", "unknown"
    CHOICE = "choice"  # the code of one option: str
    CHOICES = "choices"  # codes of options, in the order of the list: list of str
    DATE = "date"  # ISO 8601 day: str
    DATES = "dates"  # list of ISO 8601 days, earliest first
    YEAR = "year"  # int
    NUMBER = "number"  # int or float
    SCALE = "scale"  # 0 to 10: int
    COUNTRY = "country"  # ISO 3166 code, or the words as told: str
    COUNTRIES = "countries"  # list of the same
    LANGUAGES = "languages"  # list of ISO 639 codes, or the words as told
    CODE = "code"  # five digits of an occupation (KldB 2010): str
    REFERENCE = "reference"  # one short line that names something kept elsewhere: str
    TABLE = "table"  # rows: list of objects, column: what that kind is kept as
    FILE = "file"  # documents: list of objects with `document`, its id, and `title`


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer."""

    name: str
    kind: Kind
    list_key: str = ""  # choice and choices: the list of options
    past: bool = False  # date and year: not after today
    low: int = -1_000_000_000
    high: int = 1_000_000_000
    whole: bool = False  # number with bounds: it counts something
    columns: tuple["Part", ...] = ()  # of a table


@dataclass(frozen=True, slots=True)
class AnswerType:
    """The parts of an answer, and whether they are alternatives."""

    expression: str
    parts: tuple[Part, ...]
    either: bool = False

    @property
    def name(self) -> str:
        """Return the type without lists, names and bounds, such as `choice+date`."""
        return ("|" if self.either else "+").join(part.kind.value for part in self.parts)

    @property
    def single(self) -> bool:
        """Tell whether an answer is one bare value and not an object of named parts."""
        return self.either or len(self.parts) == 1

    def part(self, name: str) -> Part | None:
        """Return the part of that name, or None."""
        return next((part for part in self.parts if part.name == name), None)

    def of_kind(self, kind: Kind) -> Part | None:
        """Return the first part of that kind, or None."""
        return next((part for part in self.parts if part.kind is kind), None)


_PART = re.compile(r"(?:(?P<name>[a-z_]+): *)?(?P<kind>[a-z_]+)(?:\((?P<argument>[a-z0-9_.]+)\))?")
_TABLE = re.compile(r"(?:(?P<name>[a-z_]+): *)?table\((?P<columns>.+)\)")
_BOUNDS = re.compile(r"(\d{1,7})\.\.(\d{1,7})")
_LISTED = frozenset({Kind.CHOICE, Kind.CHOICES})
_DATED = frozenset({Kind.DATE, Kind.DATES, Kind.YEAR})
_STRUCTURED = frozenset({Kind.TABLE, Kind.FILE})
# One line, or one of several: what a cell can hold.
CELLS = frozenset(
    {Kind.TEXT, Kind.REFERENCE, Kind.YES_NO, Kind.YES_NO_UNKNOWN, Kind.CHOICE, Kind.COUNTRY}
    | {Kind.DATE, Kind.YEAR, Kind.NUMBER}
)
MOST_COLUMNS = 8


@lru_cache(maxsize=512)
def read_type(expression: str) -> AnswerType:
    """Return the type that the expression spells, or raise `BadConfiguration`."""
    either = "|" in expression
    if either and "+" in expression:
        raise BadConfiguration(
            "type `{expression}` mixes `+` and `|`; use one of them", expression=expression
        )
    pieces = expression.split("|" if either else "+")
    parts = tuple(_read_part(piece.strip()) for piece in pieces)
    if either and any(part.kind in _STRUCTURED for part in parts):
        raise BadConfiguration(
            "type `{expression}` has a table or a file as an alternative; join it by `+`",
            expression=expression,
        )
    _check_names(expression, () if either else parts)
    return AnswerType(expression, parts, either)


def _check_names(expression: str, parts: tuple[Part, ...]) -> None:
    if len({part.name for part in parts}) < len(parts):
        raise BadConfiguration(
            "type `{expression}` has two parts of one name; write `name: kind` to tell them apart",
            expression=expression,
        )


def _read_table(name: str, inside: str) -> Part:
    columns = tuple(_read_part(each.strip()) for each in inside.split(","))
    _check_names(f"table({inside})", columns)
    strange = [column.kind for column in columns if column.kind not in CELLS]
    if strange or len(columns) > MOST_COLUMNS:
        raise BadConfiguration(
            "`table({inside})` has more than {most} columns, or one that is none of: {known}",
            inside=inside,
            most=MOST_COLUMNS,
            known=", ".join(sorted(CELLS)),
        )
    return Part(name or Kind.TABLE.value, Kind.TABLE, columns=columns)


def _read_part(piece: str) -> Part:
    table = _TABLE.fullmatch(piece)
    if table:
        return _read_table(table["name"] or "", table["columns"])
    found = _PART.fullmatch(piece)
    kind = next((kind for kind in Kind if found and kind == found["kind"]), None)
    if found is None or kind is None:
        raise BadConfiguration(
            "`{piece}` is no kind of answer; one of: {known}", piece=piece, known=", ".join(Kind)
        )
    name = found["name"] or ("yes_no" if kind is Kind.YES_NO_UNKNOWN else kind.value)
    return _with_argument(name, kind, found["argument"] or "")


def _with_argument(name: str, kind: Kind, argument: str) -> Part:
    if kind in _LISTED and argument:
        return Part(name, kind, list_key=argument)
    if kind in _DATED and argument == "past":
        return Part(name, kind, past=True)
    bounds = _BOUNDS.fullmatch(argument)
    if kind is Kind.NUMBER and bounds:
        return Part(name, kind, low=int(bounds[1]), high=int(bounds[2]), whole=True)
    if argument or kind in _LISTED or kind is Kind.TABLE:
        raise BadConfiguration(
            "`{kind}` with `({argument})`; write choice(list), date(past), number(0..40) or "
            "table(name: text)",
            kind=kind,
            argument=argument,
        )
    return Part(name, kind)

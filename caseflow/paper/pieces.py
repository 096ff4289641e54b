"""What a paper is made of."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names what follows; the first level is the largest."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text that breaks into lines; it runs the way its first letter does."""

    text: str
    quiet: bool = False  # smaller and grey: a remark beside what counts


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, one item to a line and each set apart, so that no mark stands beside another's name.

    The list runs as the document does, whatever its items are written in.
    """

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Boxes:
    """Options to tick by hand, one to a line: no box stands beside another's name, none is ticked.

    The list runs as the document does, whatever its options are written in.
    """

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Dark and light squares that a camera reads, in lines from the top."""

    rows: tuple[tuple[bool, ...], ...]
    size: float  # millimetres, each way


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on by hand, with what belongs there below it."""

    label: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on every sheet."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]  # shares of the line


Piece: TypeAlias = Heading | Paragraph | Bullets | Boxes | Pattern | Blank | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A paper: its language, the day it was made on, a title that says nothing of anybody."""

    title: str
    language: str  # a code such as de or fa
    made_on: date
    pieces: tuple[Piece, ...]

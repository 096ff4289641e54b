"""Read the texts of help: files beside this one, of headings, steps, points and pictures.

    ## What is done {#task}

    1. A step, with **words that stand on the screen** and `what is typed`,
       carried on in a line that is indented.

    - a point

    ![What a picture shows, for whoever does not see it](name)

`{hours}` is put in from the provider's own settings.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

WIDTH, HEIGHT = 1100, 760  # of a picture
_TEXTS = Path(str(files("caseflow.web"))) / "help" / "texts"
_OTHERWISE = "en"  # of whoever reads a language that help does not speak
_HEADING = re.compile(r"## (.+) \{#([a-z-]+)\}")
_SPAN = re.compile(r"\*\*(.+?)\*\*|`(.+?)`")
_PICTURE = re.compile(r"!\[([^]]+)\]\(([a-z.-]+)\)")
_KINDS = {"1": "steps", "-": "points"}
_ITEM = re.compile(r"^(?:1\.|-) ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Span:
    """A few words: plain, as they stand on the screen, or to be typed."""

    kind: str  # plain, shown or typed
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a list of steps or points, or a picture with what it shows."""

    kind: str  # paragraph, steps, points or picture
    lines: tuple[tuple[Span, ...], ...]
    picture: str = ""  # the name of its file


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody wants to do, and how it is done here."""

    key: str
    title: str
    parts: tuple[Part, ...]

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the words that are said to stand on the screen."""
        spans = (span for part in self.parts for line in part.lines for span in line)
        return tuple(span.text for span in spans if span.kind == "shown")


def read_tasks(language: str, *names: str, values: Mapping[str, str]) -> Mapping[str, Task]:
    """Return the tasks of these files by their keys, with the provider's figures put in."""
    return {
        key: Task(key, title, _parts(text.format_map(values)))
        for name in names
        for key, title, text in _sections(language, name)
    }


@cache
def _sections(language: str, name: str) -> tuple[tuple[str, str, str], ...]:
    """Return key, title and text of each task in a file."""
    spoken = language if (_TEXTS / language).is_dir() else _OTHERWISE
    text = (_TEXTS / spoken / f"{name}.md").read_text(encoding="utf-8")
    pieces = _HEADING.split(_PICTURE.sub(rf"![\1](\2-{spoken}.png)", text))
    return tuple(zip(pieces[2::3], pieces[1::3], pieces[3::3], strict=True))


def _parts(text: str) -> tuple[Part, ...]:
    blocks = (block.strip() for block in text.split("\n\n"))
    return tuple(_part(block) for block in blocks if block)


def _part(block: str) -> Part:
    picture = _PICTURE.fullmatch(block)
    if picture is not None:
        return Part("picture", (_spans(" ".join(picture[1].split())),), picture[2])
    kind = _KINDS.get(block[0] if _ITEM.match(block) else "", "paragraph")
    items = [block] if kind == "paragraph" else _ITEM.split(block)[1:]
    return Part(kind, tuple(_spans(" ".join(item.split())) for item in items))


def _spans(text: str) -> tuple[Span, ...]:
    found, end = [], 0
    for match in _SPAN.finditer(text):
        found.append(Span("plain", text[end : match.start()]))
        found.append(Span("shown", match[1]) if match[1] else Span("typed", match[2]))
        end = match.end()
    return tuple(each for each in (*found, Span("plain", text[end:])) if each.text)

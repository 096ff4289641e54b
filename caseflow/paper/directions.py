"""Put a line into the order in which it is drawn (Unicode Standard Annex 9)."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection

from caseflow.paper.spell_out import code_of

_FIRST, _LAST = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
_ISOLATES = frozenset("\u2066\u2067\u2068\u2069")
_DEPTH = {"\u2066": 1, "\u2067": 1, _FIRST: 1, _LAST: -1}
_MOST = 200  # isolates in a line: nobody writes more, and the library goes a level down for each
_RIGHT = frozenset({"R", "AL"})
_TURNING = _RIGHT | {"AN", "LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs", "ckb", "he", "ps", "ur"})


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line that runs one way, its text in the order in which it is read."""

    text: str
    rightwards: bool  # from left to right


def isolated(text: str) -> str:
    """Return a name that neither turns around what stands beside it nor is turned by it."""
    inside = "".join(code_of(each) if each in _ISOLATES else each for each in text)
    return f"{_FIRST}{inside}{_LAST}"


def language_rightwards(language: str) -> bool:
    """Say whether a language is written from left to right."""
    return language.partition("-")[0] not in _RIGHT_TO_LEFT


def rightwards(text: str, *, otherwise: bool) -> bool:
    """Say whether a paragraph runs from left to right: as its first letter outside a name does.

    Where nothing but names and signs stand in it, as the document does: `otherwise`.
    """
    outside, depth = "", 0
    for each in text:
        depth = max(depth + _DEPTH.get(each, 0), 0)
        outside += "" if depth else each
    found = _first_strong(outside)
    return otherwise if found is None else found == "L"


def _first_strong(text: str) -> str | None:
    for each in text:
        kind = unicodedata.bidirectional(each)
        if kind in _RIGHT:
            return "R"
        if kind == "L":
            return "L"
    return None


def visual_runs(line: str, *, base_rightwards: bool) -> list[Run]:
    """Return the runs of a line from left to right as they are drawn."""
    if base_rightwards and not any(map(_turns, line)):
        return [Run(line, rightwards=True)] if line else []
    base = TextDirection.LTR if base_rightwards else TextDirection.RTL
    if sum(each in _ISOLATES for each in line) > _MOST:
        line = "".join(each for each in line if each not in _ISOLATES)
    paragraph = BidiParagraph(line, base, preserve_bn_chars=True)
    found = paragraph.get_characters_with_embedding_level()
    levels = [(each.character, each.embedding_level) for each in found]
    return [_run(each) for each in _reordered(_level_runs(levels))]


def _turns(character: str) -> bool:
    """Say whether a character can make a line run otherwise than from left to right."""
    return character > "\u0590" and unicodedata.bidirectional(character) in _TURNING


def _level_runs(levels: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    runs: list[tuple[str, int]] = []
    for character, level in levels:
        if character in _ISOLATES:
            continue
        if runs and runs[-1][1] == level:
            runs[-1] = (runs[-1][0] + character, level)
        else:
            runs.append((character, level))
    return runs


def _reordered(runs: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Turn around whatever lies at a level or above it, from the highest down (rule L2)."""
    odd = [level for _, level in runs if level % 2]
    highest = max((level for _, level in runs), default=0)
    for level in range(highest, min(odd, default=highest + 1) - 1, -1):
        runs = _turned(runs, level)
    return runs


def _turned(runs: list[tuple[str, int]], level: int) -> list[tuple[str, int]]:
    turned: list[tuple[str, int]] = []
    held: list[tuple[str, int]] = []
    for run in runs:
        if run[1] >= level:
            held.append(run)
            continue
        turned += [*reversed(held), run]
        held = []
    return turned + held[::-1]


def _run(run: tuple[str, int]) -> Run:
    text, level = run
    return Run(text, rightwards=level % 2 == 0)

"""Break a text into lines that fit, in the order in which it is read."""

from collections.abc import Callable, Iterator

from caseflow.paper.clusters import clusters

Measure = Callable[[str], float]


def break_lines(text: str, width: float, measure: Measure) -> list[str]:
    """Return the lines; a word that is too long for one is cut where no letter loses its marks."""
    lines: list[str] = []
    for told in text.split("\n"):
        lines += _filled(told, width, measure)
    return lines


def _filled(told: str, width: float, measure: Measure) -> list[str]:
    lines, line, used = [], "", 0.0
    space = measure(" ")
    for word, long in _words(told, width, measure):
        if line and used + space + long > width:
            lines.append(line)
            line, used = "", 0.0
        line, used = (f"{line} {word}", used + space + long) if line else (word, long)
    return [*lines, line]


def _words(told: str, width: float, measure: Measure) -> Iterator[tuple[str, float]]:
    for word in told.split(" "):
        long = measure(word)
        if long <= width:
            yield word, long
        else:
            yield from _cut(word, width, measure)


def _cut(word: str, width: float, measure: Measure) -> Iterator[tuple[str, float]]:
    """Yield parts of a word; letter by letter is never narrower than they are when joined."""
    part, used = "", 0.0
    for each in clusters(word):
        long = measure(each)
        if part and used + long > width:
            yield part, used
            part, used = "", 0.0
        part, used = part + each, used + long
    yield part, used

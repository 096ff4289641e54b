"""Keep back the figures that tell of few people, and those from which they could be worked out.

Primary and complementary suppression (Hundepool et al., Statistical Disclosure Control, 2012, § 4)
in a tree of sums. Nothing, too, is few: that nobody came tells of whoever was seen to come.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from caseflow.statistics.cells import HIDDEN, Cell

_FEWEST_HIDDEN = 2  # of one sum: a single one is the sum less the others


@dataclass(slots=True)
class Sum:
    """A figure, and the figures that it is the sum of; a leaf is counted."""

    value: int
    parts: Sequence["Sum"] = ()
    shown: bool = field(default=True)

    @property
    def cell(self) -> Cell:
        """Return the figure as it may be shown."""
        return Cell(self.value) if self.shown else HIDDEN


def sum_of(parts: Sequence[Sum]) -> Sum:
    """Return the sum of the parts."""
    return Sum(sum(part.value for part in parts), parts)


def suppress(root: Sum, threshold: int) -> None:
    """Hide every figure below the threshold, and others until none of those can be worked out.

    Hiding is never taken back, so it comes to an end.
    """
    for node in _all(root):
        node.shown = node.value >= threshold
    nodes = list(_all(root))
    while any(_guard(node, threshold) for node in nodes):
        pass


def _all(node: Sum) -> Iterator[Sum]:
    yield node
    for part in node.parts:
        yield from _all(part)


def _guard(node: Sum, threshold: int) -> bool:
    """Hide one more figure where this sum and its parts would tell a hidden one; say whether."""
    if not node.parts:
        return False
    hidden = [part for part in node.parts if not part.shown]
    if node.shown:
        return bool(hidden) and _too_few(hidden, threshold) and _hide_one(node)
    return not hidden and _hide_one(node)


def _too_few(hidden: Sequence[Sum], threshold: int) -> bool:
    """Say whether the sum of the hidden ones, which anybody can work out, tells too much.

    What is shown below them counts no more: it leaves that much less to guess.
    """
    open_to_guess = sum(part.value - _at_least(part) for part in hidden)
    return len(hidden) < _FEWEST_HIDDEN or open_to_guess < threshold


def _at_least(node: Sum) -> int:
    """Return what a figure is at least, by what is shown of it."""
    return node.value if node.shown else sum(map(_at_least, node.parts))


def _hide_one(node: Sum) -> bool:
    """Hide the smallest figure that is shown of it, for it is missed least; else the sum itself."""
    smallest = min(_shown_below(node), key=attrgetter("value"), default=node)
    smallest.shown = False
    return True


def _shown_below(node: Sum) -> Iterator[Sum]:
    """Yield what is shown below a sum, and no further: through what is hidden, and that alone."""
    for part in node.parts:
        if part.shown:
            yield part
        else:
            yield from _shown_below(part)

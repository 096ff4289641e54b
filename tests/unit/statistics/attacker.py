"""Somebody who has all published figures of a tree of sums, and works out what she can."""

from collections.abc import Iterator
from dataclasses import dataclass

from caseflow.statistics.suppress import Sum

_ENDLESS = 10**9


@dataclass
class _Span:
    """What a figure can be."""

    least: int
    most: int
    parts: "list[_Span]"

    @property
    def told(self) -> bool:
        return self.least == self.most


def told(root: Sum) -> list[Sum]:
    """Return the hidden figures that follow from those that are shown.

    Every span is narrowed until nothing changes; in a tree of sums that finds all there is.
    """
    span = _span_of(root)
    while any(_narrow(each) for each in list(_all(span))):
        pass
    pairs = zip(_nodes(root), _all(span), strict=True)
    return [node for node, each in pairs if not node.shown and each.told]


def _span_of(node: Sum) -> _Span:
    parts = [_span_of(part) for part in node.parts]
    least, most = (node.value, node.value) if node.shown else (0, _ENDLESS)
    return _Span(least, most, parts)


def _nodes(node: Sum) -> Iterator[Sum]:
    yield node
    for part in node.parts:
        yield from _nodes(part)


def _all(span: _Span) -> Iterator[_Span]:
    yield span
    for part in span.parts:
        yield from _all(part)


def _narrow(span: _Span) -> bool:
    if not span.parts:
        return False
    before = [(each.least, each.most) for each in (span, *span.parts)]
    span.least = max(span.least, sum(part.least for part in span.parts))
    span.most = min(span.most, sum(part.most for part in span.parts))
    for part in span.parts:
        others = [other for other in span.parts if other is not part]
        part.least = max(part.least, span.least - sum(other.most for other in others))
        part.most = min(part.most, span.most - sum(other.least for other in others))
    return before != [(each.least, each.most) for each in (span, *span.parts)]

"""Read of entries only what the verification compares, at a fifth of the cost of all of it.

Whatever is not spelled as this program spells it is not read here, but by `entries.read_payload`.
"""

from collections.abc import Sequence
from operator import itemgetter
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.json import Decoder
from msgspec.structs import astuple

from caseflow.audit.entries import Decision, read_payload
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind

# In no entry below this length has a number so many digits that `read_payload` refuses it.
_LONG = 4000


# Both in the order in which they are spelled: each is looked for behind the one before. What is one
# of few words is no new text in memory each time.
class UseTold(Struct, gc=False, kw_only=True):
    """One use of a basis."""

    id: str
    kind: BasisKind
    use: int


class EntryTold(Struct, gc=False, kw_only=True):
    """What an entry says of itself; a text is empty where it says nothing."""

    act: Act
    at: str
    bases: tuple[UseTold, ...] = ()
    client: str = ""
    decision: Decision
    ended: tuple[UseTold, ...] = ()
    id: str
    request: str = ""
    staff: str = ""
    unit: str = ""
    v: Literal[1]


class EntriesTold(NamedTuple):
    """The same of several entries, part by part; they stand in the same order."""

    act: Sequence[str]
    at: Sequence[str]
    bases: Sequence[tuple[UseTold, ...]]
    client: Sequence[str]
    decision: Sequence[str]
    ended: Sequence[tuple[UseTold, ...]]
    id: Sequence[str]
    request: Sequence[str]
    staff: Sequence[str]
    unit: Sequence[str]
    v: Sequence[int]


_DECODE = Decoder(EntryTold).decode_lines
_FIRST, _LAST = itemgetter(0), itemgetter(-1)
_BEGIN, _END = {ord("{")}, {ord("}")}


def read_quickly(payloads: Sequence[bytes]) -> EntriesTold | None:
    """Return what each entry says; None where one is not spelled as this program spells it.

    Raises ValueError for bytes that are no entry.
    """
    lines = b"\n".join(payloads)
    told = _DECODE(lines)
    # The decoder lets blanks around an entry pass, and lines in which there is nothing.
    if (
        len(told) != len(payloads)
        or set(map(_FIRST, payloads)) != _BEGIN
        or set(map(_LAST, payloads)) != _END
    ):
        return None
    # No entry of this program has anything escaped, so that no text in it has two lines.
    if b"\\" in lines:
        return None
    if not lines.isascii() or max(map(len, payloads)) > _LONG:
        for each in payloads:
            read_payload(each)  # the decoder looks at no text and no number that it skips
    return EntriesTold(*zip(*map(astuple, told), strict=True))

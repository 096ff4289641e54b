"""Read of entries only what the verification compares, at a fifth of the cost of all of it.

Whatever is not spelled as this program spells it is not read here, but by `entries.read_payload`.
"""

from collections.abc import Sequence
from operator import itemgetter
from typing import Literal

from msgspec import Struct
from msgspec.json import Decoder

from caseflow.audit.entries import read_payload

# In no entry below this length has a number so many digits that `read_payload` refuses it.
_LONG = 4000


class UseTold(Struct, gc=False):
    """One use of a basis."""

    kind: str
    id: str
    use: int


class EntryTold(Struct, gc=False):
    """What an entry says of itself; a text is empty where it says nothing."""

    v: Literal[1]
    id: str
    at: str
    act: str
    decision: str
    request: str = ""
    staff: str = ""
    unit: str = ""
    client: str = ""
    bases: tuple[UseTold, ...] = ()
    ended: tuple[UseTold, ...] = ()


_DECODE = Decoder(EntryTold).decode
_FIRST, _LAST = itemgetter(0), itemgetter(-1)
_BEGIN, _END = {ord("{")}, {ord("}")}


def read_quickly(payloads: Sequence[bytes]) -> list[EntryTold] | None:
    """Return what each entry says; None where one is not spelled as this program spells it.

    Raises ValueError for bytes that are no entry.
    """
    told = list(map(_DECODE, payloads))
    # The decoder lets blanks around an entry pass.
    if set(map(_FIRST, payloads)) != _BEGIN or set(map(_LAST, payloads)) != _END:
        return None
    text = b"".join(payloads)
    # No entry of this program has anything escaped, so that no text in it has two lines.
    if b"\\" in text:
        return None
    if not text.isascii() or max(map(len, payloads)) > _LONG:
        for each in payloads:
            read_payload(each)  # the decoder looks at no text and no number that it skips
    return told

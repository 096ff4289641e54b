"""Say of an erasure on which ground, what became of it, and what it is about."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark
from caseflow.vocabulary.retention import ErasureGround, ErasureState

GROUNDS: Mapping[str, str] = MappingProxyType(
    {
        ErasureGround.WISH: mark("she asked for it (Art. 17(1)(b) GDPR)"),
        ErasureGround.PERIOD_OVER: mark("its period of retention is over (Art. 17(1)(a) GDPR)"),
        ErasureGround.UNLAWFUL: mark("it was kept without a lawful ground (Art. 17(1)(d) GDPR)"),
    }
)
STATES: Mapping[ErasureState, str] = MappingProxyType(
    {
        ErasureState.WAITING: mark("waits for a second person"),
        ErasureState.REFUSED: mark("was not agreed to"),
        ErasureState.WITHDRAWN: mark("was taken back"),
        ErasureState.DONE: mark("is done"),
    }
)
EVERYTHING = mark("everything of her")
FILE_OF = mark("the file of %(unit)s")

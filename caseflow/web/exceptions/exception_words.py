"""Say in the reader's language what a lawful exception is, where it stands, and what it says."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import gettext, mark
from caseflow.vocabulary.states import ExceptionKind, ExceptionState

KINDS: Mapping[str, str] = MappingProxyType(
    {
        ExceptionKind.CHILD_PROTECTION: mark("Protection of a child (§ 8a SGB VIII, § 4 KKG)"),
        ExceptionKind.ORDER: mark("Order by court or statute"),
    }
)
STATES: Mapping[ExceptionState, str] = MappingProxyType(
    {
        ExceptionState.WAITING: mark("waits for a second person"),
        ExceptionState.AGREED: mark("agreed to"),
        ExceptionState.REFUSED: mark("refused"),
        ExceptionState.ENDED: mark("ended"),
        ExceptionState.EXPIRED: mark("run out"),
    }
)
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "indications": mark("What points to danger for the child?"),
        "parents": mark("What came of talking with the parents, or why was that not possible?"),
        "advice": mark("What did the experienced expert advise? (without names)"),
        "own_means": mark("Why do your own means not suffice?"),
        "prior_notice": mark("Who was told beforehand, or why nobody?"),
        "issuer": mark("Which court or authority, or which statute?"),
        "reference": mark("Reference"),
        "issued_on": mark("Day on the paper"),
        "scope": mark("What does it demand, and how far does it reach?"),
    }
)


def kind_name(kind: str) -> str:
    """Return on which ground somebody reads."""
    return gettext(KINDS[kind]) if kind in KINDS else kind


def exception_state_name(state: ExceptionState) -> str:
    """Return where an exception stands."""
    return gettext(STATES[state])


def text_labels() -> dict[str, str]:
    """Return what each text of a ground is called."""
    return {name: gettext(label) for name, label in TEXTS.items()}

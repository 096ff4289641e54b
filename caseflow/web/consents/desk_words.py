"""Name what a consent allows, how it was declared and where it stands, in the reader's language."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from caseflow.http.language import gettext, mark
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.states import ConsentState, DeclarationForm

# To disclose is for partners outside the provider; no form offers it between units.
ACTIONS: Mapping[Action, str] = MappingProxyType(
    {
        Action.VIEW: mark("look at it"),
        Action.COPY: mark("copy it into their own records"),
        Action.TELL: mark("tell it by word of mouth"),
    }
)
# Nobody outside looks into a record.
OUTSIDE_ACTIONS: Mapping[Action, str] = MappingProxyType(
    {
        Action.TELL: mark("tell it by word of mouth"),
        Action.DISCLOSE: mark("hand it on in writing"),
    }
)
# Where there is no pen on the page, what she signs she signs on paper.
FORMS: Mapping[DeclarationForm, str] = MappingProxyType(
    {
        DeclarationForm.SIGNED_PAPER: mark("signed on paper"),
        DeclarationForm.SPOKEN: mark("spoken before a witness"),
    }
)
SIGNED_ON_SCREEN = mark("signed on screen")
ALL_FORMS: Mapping[DeclarationForm, str] = MappingProxyType(
    {DeclarationForm.SIGNED_SCREEN: SIGNED_ON_SCREEN, **FORMS}
)
RECEIPTS: Mapping[str, str] = MappingProxyType(
    {
        "printed": mark("She takes it with her on paper; that is safe for her."),
        "told": mark("It is told to her; paper would not be safe."),
        "kept": mark("It stays here until she asks for it."),
    }
)
STATES: Mapping[ConsentState, str] = MappingProxyType(
    {
        ConsentState.PENDING: mark("in force, part of it waits"),
        ConsentState.ACTIVE: mark("in force"),
        ConsentState.PARTLY_WITHDRAWN: mark("partly withdrawn"),
        ConsentState.WITHDRAWN: mark("withdrawn"),
        ConsentState.EXPIRED: mark("expired"),
    }
)
RECEIVED: Mapping[str, str] = MappingProxyType(
    {
        "waiting": mark("waits for her word"),
        "confirmed": mark("she agreed"),
        "turned_down": mark("she did not agree"),
    }
)
DISCLOSE = OUTSIDE_ACTIONS[Action.DISCLOSE]


def action_name(action: str, say: Callable[[str], str] = gettext) -> str:
    """Return what a receiver may do."""
    return say(ACTIONS.get(Action(action), DISCLOSE))


def form_name(form: str, say: Callable[[str], str] = gettext) -> str:
    """Return how a consent was declared."""
    return say(FORMS.get(DeclarationForm(form), SIGNED_ON_SCREEN))


def state_name(state: ConsentState) -> str:
    """Return where a consent stands."""
    return gettext(STATES[state])


def received_state_name(state: str) -> str:
    """Return what became of a consent that another system sent."""
    return gettext(RECEIVED[state])


def receipt_name(receipt: str) -> str:
    """Return how a receipt was or may be handed out; a program may have said it in words."""
    return gettext(RECEIPTS[receipt]) if receipt in RECEIPTS else receipt

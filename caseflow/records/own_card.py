"""Keep the acting unit's name cards right when a case opens or closes."""

from caseflow.database.unit_of_work import Work
from caseflow.vault.fetch_cards import fetch_cards
from caseflow.vault.identity_cards import CARDS, renew_cards
from caseflow.vault.open_drawers import bring_key, own_drawer
from caseflow.vault.permit import Permit
from caseflow.vault.remove_cards import remove_card


def file_cards(work: Work, given: Permit) -> None:
    """File what the unit knows of her by itself, and then what her consents tell it besides.

    In this order: what she withheld from the unit is on none of them.
    """
    file_own_card(work, given)
    fetch_cards(work, given)


def file_own_card(work: Work, given: Permit) -> None:
    """File a card from each of the unit's own drawers that make one, if it opens."""
    for category in CARDS:
        drawer = own_drawer(given.gathered, given.actor.unit, category)
        if drawer is not None and bring_key(work, drawer, given.actor.unit) is not None:
            renew_cards(work, given, category)


def keep_own_card(work: Work, given: Permit) -> None:
    """Leave on the card only what the unit knows by itself: a consent opens no closed case."""
    remove_card(work, given.actor.unit, given.gathered.person.ids)
    file_own_card(work, given)

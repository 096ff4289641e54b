"""File the name cards of new clients of the acting unit, who have no card anywhere yet."""

from collections.abc import Sequence

from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vault.card_order import sort_all_into_order
from caseflow.vault.name_cards import CardText, names_of, new_card
from caseflow.vault.permit import Permit


def file_new_cards(work: Work, cards: Sequence[tuple[Permit, CardText]]) -> None:
    """File a card for each, and put them all where their names belong in the unit's list.

    Raises Stale when another request changed the list meanwhile.
    """
    if not cards:
        return
    unit = cards[0][0].actor.unit
    keys = ring(work).unit_at_hand(unit)
    if keys is None:
        return
    for given, text in cards:
        work.session.add(new_card(work, keys, given.ask.client, text))
    work.session.flush()
    names = {given.ask.client: text.name for given, text in cards}
    sort_all_into_order(work, keys, names, lambda ids: names_of(work, unit, ids))

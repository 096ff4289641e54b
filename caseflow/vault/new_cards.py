"""File the name cards of new clients of the acting unit, who have no card anywhere yet."""

from collections.abc import Sequence

from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vault.card_order import sort_all_into_order
from caseflow.vault.name_cards import CardText, Text, names_of, new_card
from caseflow.vault.permit import Permit
from caseflow.vault.search_index import put_tokens


def file_new_cards(work: Work, cards: Sequence[tuple[Permit, Text]]) -> None:
    """File a card for each, and put the names where they belong in the unit's list.

    Raises Stale when another request changed the list meanwhile.
    """
    if not cards:
        return
    unit = cards[0][0].actor.unit
    keys = ring(work).unit_at_hand(unit)
    if keys is None:
        return
    filed = [(new_card(work, keys, given.ask.client, text), text.terms) for given, text in cards]
    work.session.add_all(card for card, _ in filed)
    work.session.flush()
    put_tokens(work, keys, filed)
    names = {given.ask.client: text.name for given, text in cards if isinstance(text, CardText)}
    sort_all_into_order(work, keys, names, lambda ids: names_of(work, unit, ids))

"""Every ciphertext of a filled house, with the room's own function that opens it at its place.

The seals of rows are left aside: what is tried here is whether a ciphertext by itself opens at
any other place than its own (that a changed row is refused, whatever it says, is tried in
`test_seals`).
"""

from tests.factories.house import House
from tests.security.drawer_chests import drawer_chests
from tests.security.key_chests import (
    Tokens,
    people_chests,
    server_chests,
    trustee_chests,
    unit_chests,
)
from tests.security.tamperings import Chest
from tests.security.text_chests import (
    address_chests,
    card_chests,
    draft_chests,
    letter_chests,
    officer_chests,
)

MEMBERS = (
    ("berta", "beratung"),
    ("frieda", "frauenhaus"),
    ("wanda", "wohnen"),
    ("olga", "datenschutz"),
)


def all_chests(house: House, tokens: Tokens) -> list[Chest]:
    """Return every ciphertext that its owner opens, with the way to open it."""
    found: list[Chest] = []
    for name, slug in MEMBERS:
        work = house.work_as(name, slug)
        work.session.autoflush = False  # what is changed below is never written
        found += [
            *drawer_chests(work),
            *unit_chests(work),
            *trustee_chests(work),
            *card_chests(work),
            *letter_chests(work),
        ]
        if slug == "datenschutz":
            found += officer_chests(work)
        found += [*address_chests(work), *draft_chests(work)]
        work.abandon()
    work = house.work()
    work.session.autoflush = False
    found += [*people_chests(house, work, tokens), *server_chests(house, work)]
    return [chest for chest in found if chest.sealed]

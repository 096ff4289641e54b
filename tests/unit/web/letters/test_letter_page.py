from tests.factories.application import Visitor
from tests.factories.house import House


def test_the_form_offers_the_open_ways_and_says_why_others_are_closed(
    berta: Visitor, written_to: str
) -> None:
    shown = berta.look(f"{written_to}/new?template=cover").text
    assert 'name="enclosed"' in shown
    assert 'name="day"' not in shown
    assert 'value="email"' in shown
    assert 'value="messenger"' not in shown
    assert 'name="categories"' not in shown
    assert (
        "dieses Papier nennt den Träger"
        in berta.look(f"{written_to}/new?template=confirmation").text
    )


def test_what_is_not_offered_leads_back_to_what_is(
    house: House, berta: Visitor, written_to: str
) -> None:
    for query in ("", "?template=poem", "?template=accompaniment", "?template=free&consent=x"):
        answer = berta.look(f"{written_to}/new{query}")
        assert (answer.status_code, answer.location) == (303, written_to)
    stranger = f"/clients/{house.units['beratung']}/letters/new?template=free"
    assert berta.look(stranger).status_code == 404

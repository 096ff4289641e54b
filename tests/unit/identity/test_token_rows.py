from caseflow.database.tables.api_tokens import ApiToken
from caseflow.identity.token_rows import (
    PREFIX,
    drop_token,
    drop_tokens_of,
    token_by_text,
    tokens_of,
)
from tests.factories.house import House
from tests.factories.tokens import made
from tests.unit.identity.people import forge


def test_a_token_is_found_by_its_text_and_by_whose_it_is(house: House) -> None:
    one = made(house, "berta", "beratung")
    assert one.token.startswith(PREFIX)
    work = house.work()
    found = token_by_text(work, one.token)
    assert found is not None
    assert found.id == one.id
    assert [each.id for each in tokens_of(work, house.staff["berta"])] == [one.id]
    assert tokens_of(work, house.staff["lea"]) == []
    assert token_by_text(work, f"{one.token}x") is None


def test_a_forged_row_is_none_and_an_alarm(house: House) -> None:
    one = made(house, "berta", "beratung")
    work = house.work()
    forge(work, ApiToken, one.id, role="lead")
    assert token_by_text(work, one.token) is None
    assert len(work.alarms) == 1


def test_they_go_one_by_one_or_with_the_membership(house: House) -> None:
    first, _ = made(house, "berta", "beratung"), made(house, "berta", "beratung")
    work = house.work()
    drop_token(work, first.id)
    assert len(tokens_of(work, house.staff["berta"])) == 1
    drop_tokens_of(work, house.memberships["berta", "beratung"].id)
    assert tokens_of(work, house.staff["berta"]) == []

from datetime import timedelta

from caseflow.database.tables.other_log_ins import OpenIdLink
from caseflow.identity.openid_links import add_link, has_link, is_hers, links_of
from caseflow.identity.openid_provider import Identity
from tests.factories.house import House
from tests.unit.identity.people import forge

SAMIRA = Identity("https://login.example", "samira@träger")


def test_an_identity_is_of_one_person_and_one_issuer(house: House) -> None:
    work, (berta, lea) = house.work(), (house.staff["berta"], house.staff["lea"])
    assert not has_link(work, berta)
    row = add_link(work, berta, SAMIRA)
    assert row is not None
    assert links_of(work, berta) == [row]
    assert has_link(work, berta)
    assert is_hers(work, berta, SAMIRA)
    assert not is_hers(work, lea, SAMIRA)
    assert add_link(work, lea, SAMIRA) is None
    assert links_of(work, lea) == []
    for other in (Identity("https://login.example/", SAMIRA.subject), Identity(SAMIRA.issuer, "x")):
        assert not is_hers(work, berta, other)
    assert not is_hers(work, berta, Identity(SAMIRA.issuer, "\udc00"))


def test_the_database_does_not_tell_who_it_is(house: House) -> None:
    row = add_link(house.work(), house.staff["berta"], SAMIRA)
    assert row is not None
    assert b"samira" not in row.identity
    assert len(row.identity) == 32
    assert "samira" not in repr(SAMIRA)


def test_a_changed_row_closes_and_does_not_open(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    kept = add_link(work, berta, SAMIRA)
    assert kept is not None
    row = kept.id
    forge(work, OpenIdLink, row, linked_at=work.clock.now() + timedelta(days=1))
    assert not is_hers(work, berta, SAMIRA)
    assert has_link(work, berta)
    assert [each.row for each in work.alarms] == [row, row]

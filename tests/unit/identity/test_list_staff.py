from caseflow.database.tables.units import UnitRow
from caseflow.identity.check_account import Account
from caseflow.identity.found_staff import add_staff
from caseflow.identity.list_staff import list_staff
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.units import UnitKind
from tests.factories.house import STAFF, House
from tests.unit.identity.people import administrator, forge, person


def test_an_administrator_and_a_lead_see_all_accounts_by_name(house: House) -> None:
    ada = administrator(house)
    work = house.work()
    for who in (ada, house.actor("lea", "beratung"), house.actor("olga", "datenschutz")):
        listed = list_staff(work, who)
        assert not isinstance(listed, Refused)
        assert [each.name.lower() for each in listed] == sorted([*STAFF, "ada"])


def test_an_account_shows_units_and_whether_it_has_a_password(house: House) -> None:
    ada = administrator(house)
    work = house.work()
    add_staff(work, Account("nora@example.org", "Nora", "en"))
    listed = list_staff(work, ada)
    assert not isinstance(listed, Refused)
    views = {each.name.lower(): each for each in listed}
    assert [(each.unit.slug, each.role) for each in views["lea"].memberships] == [
        ("beratung", Role.LEAD),
        ("frauenhaus", Role.LEAD),
    ]
    assert views["lea"].joined
    assert views["lea"].disabled_at is None
    assert not views["nora"].joined
    assert views["nora"].memberships == ()
    assert views["ada"].administrator


def test_others_see_none(house: House) -> None:
    work = house.work()
    for who in (house.actor("berta", "beratung"), person(house, "frieda")):
        assert list_staff(work, who) == Refused(Reason.NOT_YOUR_ROLE)


def test_a_forged_unit_is_shown_with_nobody(house: House) -> None:
    ada = administrator(house)
    forge(house.work(), UnitRow, house.units["beratung"], kind=UnitKind.HOUSING)
    listed = list_staff(house.work(), ada)
    assert not isinstance(listed, Refused)
    (lea,) = (each for each in listed if each.id == house.staff["lea"])
    assert [each.unit.slug for each in lea.memberships] == ["frauenhaus"]

import pytest

from caseflow.database.sealed_rows import change
from caseflow.identity.found_unit import NewUnit, check_unit, found_unit
from caseflow.identity.membership_rows import members_of, membership_by_id
from caseflow.identity.units import unit_by_slug
from caseflow.keys.unit_keys import open_unit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.units import UnitKind
from tests.factories.house import House
from tests.unit.identity.people import entries, the_entry

NEW = NewUnit("qualifizierung", "Qualifizierung", UnitKind.QUALIFICATION)


def test_a_lead_founds_a_unit_and_leads_it(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    answer = found_unit(work, actor, NEW)
    assert isinstance(answer, Done)
    work.finish()
    assert unit_by_slug(work, NEW.slug) == answer.value
    (member,) = members_of(work, answer.value.id)
    assert (member.staff_id, member.role, member.admitted_by) == (actor.staff, "lead", actor.staff)
    assert open_unit(work, member)
    entry = the_entry(work, Act.UNIT_ADD)
    assert entry["details"] == {"founded": str(answer.value.id)}
    assert {key["what"] for key in entry["keys"]} == {"unit", "trustee"}
    assert [row["table"] for row in entry["rows"]] == ["units", "memberships", "unit_pairs"]


@pytest.mark.parametrize(("name", "slug"), [("berta", "beratung"), ("olga", "datenschutz")])
def test_others_found_none(house: House, name: str, slug: str) -> None:
    actor = house.actor(name, slug)
    work = house.work(actor)
    assert found_unit(work, actor, NEW) == Refused(Reason.NOT_YOUR_ROLE)
    assert the_entry(work, Act.UNIT_ADD)["decision"] == "refused"


@pytest.mark.parametrize(
    ("new", "problem"),
    [
        (NewUnit("Beratung 2", "B", UnitKind.HOUSING), ("slug", "no_slug")),
        (NewUnit("\x00", "B", UnitKind.HOUSING), ("slug", "no_slug")),
        (NewUnit("beratung", "B", UnitKind.HOUSING), ("slug", "taken")),
        (NewUnit("neu", " ", UnitKind.HOUSING), ("name", "missing")),
        (NewUnit("neu", "N" * 101, UnitKind.HOUSING), ("name", "too_long")),
        (NewUnit("neu", "B", UnitKind.OVERSIGHT), ("kind", "only_one")),
    ],
)
def test_what_cannot_be_founded_is_named(
    house: House, new: NewUnit, problem: tuple[str, str]
) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    answer = found_unit(work, actor, new)
    assert isinstance(answer, Invalid)
    assert [(each.field, each.code) for each in answer.problems] == [problem]
    assert entries(work, Act.UNIT_ADD) == []


def test_a_lead_who_was_removed_meanwhile_founds_none(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    row = membership_by_id(work, actor.membership)
    assert row is not None
    change(work, row, ended_at=work.clock.now())
    assert found_unit(work, actor, NEW) == Refused(Reason.TOO_LATE)
    assert unit_by_slug(work, NEW.slug) is None


def test_a_good_unit_has_no_problem(house: House) -> None:
    assert check_unit(house.work(), NEW) == []

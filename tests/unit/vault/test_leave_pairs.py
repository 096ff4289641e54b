"""Parted from the one who is kept apart, a record is its units' again; whoever knew both is not."""

import pytest
from sqlalchemy import select, update

from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.records import open_case
from caseflow.vocabulary.answers import Done, Refused
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.kept_apart import at_desk, created, kept_apart, lifting
from tests.factories.merges import merged, undone
from tests.unit.records.desk_work import do, done
from tests.unit.vault.reading import read


@pytest.fixture
def three(house: House) -> tuple[Known, Known, Known]:
    """Who is kept apart, who is taken for her and is known in the shelter too, and the other."""
    lea, frieda = house.actor("lea", "beratung"), house.actor("frieda", "frauenhaus")
    one, other = created(house, lea), created(house, lea)
    at_desk(house, frieda, other)
    done(do(house, frieda, open_case, other.id))
    return one, other, created(house, house.actor("ida", "wohnen"))


def restricted(house: House, known: Known) -> set[bool]:
    with house.sessions() as session:
        return set(session.scalars(select(Case.restricted).where(Case.client_id == known.id)))


def mistaken(house: House, one: Known, other: Known) -> None:
    """Take two for one, and find out that they are two."""
    olga = house.actor("olga", "datenschutz")
    merge = merged(house, house.actor("lea", "beratung"), olga, one, other)
    assert restricted(house, other) == {True}
    assert undone(house, olga, merge) == Done(None)


def test_her_cases_are_her_units_again_and_the_walls_stay(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    one, other, his = three
    frieda, lead = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    pair = kept_apart(house, house.actor("wanda", "wohnen"), one, his)
    mistaken(house, one, other)
    assert restricted(house, other) == {False}
    assert restricted(house, one) == restricted(house, his) == {True}
    assert not isinstance(read(house, lead, other), Refused)
    with house.sessions() as session:
        walls = session.scalars(select(Wall.staff_id).where(Wall.client_id == his.id)).all()
        row = session.scalars(select(KeptApart)).one()
        hers = session.scalars(select(Case.id).where(Case.client_id == other.id)).all()
    assert frieda.staff in walls  # she may have read what was told of both
    assert not {*hers} & {*row.cases}
    assert lifting(house, house.actor("olga", "datenschutz"), his, pair) == Done(None)
    assert restricted(house, one) == restricted(house, his) == {False}


def test_whoever_was_kept_apart_while_they_were_one_stays_restricted_until_that_is_lifted(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    """Nobody knows of which of the two it was said."""
    one, other, his = three
    lea, olga = house.actor("lea", "beratung"), house.actor("olga", "datenschutz")
    merge = merged(house, lea, olga, one, other)
    pair = kept_apart(house, house.actor("wanda", "wohnen"), one, his)
    assert undone(house, olga, merge) == Done(None)
    for known in three:
        assert restricted(house, known) == {True}
    assert lifting(house, olga, his, pair) == Done(None)
    for known in three:
        assert restricted(house, known) == {False}


def test_who_is_kept_apart_from_somebody_herself_stays_so(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    one, other, his = three
    wanda = house.actor("wanda", "wohnen")
    kept_apart(house, wanda, one, his)
    kept_apart(house, wanda, other, created(house, house.actor("ida", "wohnen")))
    mistaken(house, one, other)
    assert restricted(house, other) == {True}


def test_in_doubt_they_stay_restricted(house: House, three: tuple[Known, Known, Known]) -> None:
    one, other, his = three
    kept_apart(house, house.actor("wanda", "wohnen"), one, his)
    olga = house.actor("olga", "datenschutz")
    merge = merged(house, house.actor("lea", "beratung"), olga, one, other)
    with house.sessions.begin() as session:
        session.execute(update(KeptApart).values(walls=()))
    assert undone(house, olga, merge) == Done(None)
    assert restricted(house, other) == {True}

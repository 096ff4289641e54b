from collections.abc import Mapping

import pytest
from flask import Flask

from caseflow.http.form_marks import ACTING, made_elsewhere, made_in
from caseflow.vocabulary.actors import Actor, Person
from tests.factories.house import House


def _elsewhere(app: Flask, who: Actor | Person, sent: Mapping[str, str]) -> bool:
    with app.test_request_context("/", method="POST", data=sent):
        assert made_in() == sent.get(ACTING)
        return made_elsewhere(who)


def test_a_form_belongs_to_the_unit_it_was_made_in(app: Flask, house: House) -> None:
    here, there = house.actor("lea", "beratung"), house.actor("lea", "frauenhaus")
    assert not _elsewhere(app, here, {ACTING: str(here.membership)})
    assert _elsewhere(app, there, {ACTING: str(here.membership)})


@pytest.mark.parametrize("sent", [{}, {"name": "x"}])
def test_a_form_without_it_belongs_to_every_unit(
    app: Flask, house: House, sent: dict[str, str]
) -> None:
    assert not _elsewhere(app, house.actor("lea", "beratung"), sent)


def test_who_acts_nowhere_is_asked_for_a_unit_first(app: Flask, house: House) -> None:
    lea = house.actor("lea", "beratung")
    nowhere = Person(lea.staff, lea.session, administrator=False)
    assert not _elsewhere(app, nowhere, {ACTING: str(lea.membership)})

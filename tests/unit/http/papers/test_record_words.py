from dataclasses import fields

from caseflow.http.papers.record_words import CONTACT, MEASURES, PERSONS, REFERENCES
from caseflow.vocabulary.configuration import Contact
from tests.factories.house import configuration


def test_every_part_of_the_contact_and_every_reference_has_its_words() -> None:
    assert list(CONTACT) == [each.name for each in fields(Contact)]
    used = {each.reference for each in configuration().retention.values()}
    assert used <= REFERENCES.keys()


def test_measures_say_what_they_do_not_do_too() -> None:
    assert "Nobody has audited" in MEASURES[-1]
    assert len(PERSONS) == 5

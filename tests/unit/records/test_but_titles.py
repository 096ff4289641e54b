from dataclasses import replace

from caseflow.records.but_titles import but_titles
from caseflow.records.open_intake import open_intake
from caseflow.records.open_story import open_story
from caseflow.records.story import StoryFact
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Disclosed
from caseflow.vocabulary.questions.files import NamedFile, files_of
from tests.factories.clients import Known
from tests.factories.documents import TITLE, attached
from tests.factories.house import House, add_member, add_staff
from tests.unit.records.desk_work import create, line, tell


def test_intake_staff_read_that_there_is_a_file_and_not_its_title(house: House) -> None:
    lea = house.actor("lea", "beratung")
    known = create(house, lea)
    asked = house.around.configuration.catalogue.question("evidence")
    assert asked is not None
    document = attached(house, lea, known, category=asked.category).id
    tell(house, lea, known, "evidence", {"file": [str(document)]})
    work = house.work(lea)
    add_staff(house, work, "ina", {})
    add_member(house, work, "ina", "beratung", Role.INTAKE)
    work.finish()
    seen(house, "lea", known, NamedFile(document, TITLE))
    nothing = replace(seen(house, "ina", known, NamedFile(document, "")), answer=None)
    assert but_titles(house.actor("ina", "beratung"), [nothing]) == [nothing]


def seen(house: House, name: str, known: Known, file: NamedFile) -> StoryFact:
    """Return the answer, which names this file to whom it is shown."""
    actor = house.actor(name, "beratung")
    form = open_intake(house.work(actor), actor, known.id)
    story = open_story(house.work(actor), actor, known.id)
    assert isinstance(form, Disclosed)
    assert isinstance(story, Disclosed)
    told = line(form.value, "evidence")
    [fact] = [each for each in story.value.facts if each.question == "evidence"]
    assert told.shown is not None
    assert fact.answer is not None
    assert told.value == told.shown.value
    assert files_of(told.shown) == files_of(fact.answer) == (file,)
    return fact

from caseflow.letters import write_letter
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.documents import content_of, listed
from tests.factories.house import House
from tests.factories.letters import PLACE, appointment, lets_write
from tests.factories.planted_files import text_of
from tests.unit.records.desk_work import create, do, done, problems, tell, traces


def test_a_letter_is_sealed_as_a_document_and_traced_with_its_way(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    by_post = appointment("post", postal_address="Weg 1\n32339 Espelkamp")
    assert problems(do(house, berta, write_letter, known.id, by_post)) == {("way", "way_closed")}
    lets_write(house, berta, known)
    saved = done(do(house, berta, write_letter, known.id, by_post))
    (found,) = listed(house, berta, known)
    # Her address stands on it: no consent for her documents alone opens it.
    assert (found.id, found.version, found.category) == (saved.id, 1, "whereabouts")
    assert (found.title, found.kind, found.note) == ("Termin", "letter", "ausgedruckt")
    content = content_of(house, berta, saved.id)
    assert (found.media_type, found.length) == ("application/pdf", len(content))
    assert PLACE in text_of(content)
    assert "Weg 1" in text_of(content)
    (told,) = traces(house, Act.DOCUMENT_WRITE)
    assert told["details"] == {"letter": "appointment", "way": "post"}
    assert {row["table"] for row in told["rows"]} >= {"documents", "document_files"}
    tell(house, berta, known, "safe_contact_rules", ["email", "no_letter"])
    assert problems(do(house, berta, write_letter, known.id, by_post)) == {("way", "way_closed")}
    assert len(listed(house, berta, known)) == 1
    done(do(house, berta, write_letter, known.id, appointment()))
    assert {each.category for each in listed(house, berta, known)} == {"whereabouts", "documents"}


def test_nobody_learns_from_a_letter_whether_she_is_there(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda, ida = house.actor("frieda", "frauenhaus"), house.actor("ida", "wohnen")
    for who in (frieda, ida):
        answer = do(house, who, write_letter, known.id, appointment(name=""))
        assert answer == Refused(Reason.NOT_OPEN)
    hers = create(house, ida)
    answer = do(house, ida, write_letter, hers.id, appointment(name=""))
    assert answer == Refused(Reason.NOT_YOUR_ROLE)

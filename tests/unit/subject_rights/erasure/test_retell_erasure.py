from caseflow.subject_rights.erasure import Retelling, list_erasures, retell_erasure
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import Retold
from tests.factories.house import House
from tests.factories.retention import answered_erasure, erasure_of
from tests.factories.telling import Ready
from tests.unit.records.desk_work import do
from tests.unit.vault.reading import log, rows_of

CALLED = "Angerufen, Frau Weiß löscht es."


def test_an_officer_notes_once_that_a_partner_was_told_of_an_erasure(house: House) -> None:
    ready, lea = Ready(house), house.actor("lea", "beratung")
    made, olga = ready.told(), house.actor("olga", "datenschutz")
    erasure = erasure_of(house, lea, ready.known.id)
    said = Retelling(made.id, "told", CALLED)
    assert do(house, olga, retell_erasure, erasure, said) == Refused()
    answered_erasure(house, olga, erasure)
    listed = list_erasures(house.work(olga), olga)
    assert isinstance(listed, Disclosed)
    assert [each.to_be_retold for each in listed.value] == [1]
    for actor, what, expected in (
        (lea, said, Refused()),
        (olga, Retelling(new_id(), "told", CALLED), Refused()),
        (
            olga,
            Retelling(made.id, "sung", " "),
            Invalid((Problem("text", "required"), Problem("retold", "not_a_choice"))),
        ),
        (olga, said, Done(None)),
        (olga, said, Refused(Reason.TOO_LATE)),
    ):
        assert do(house, actor, retell_erasure, erasure, what) == expected
    [row] = ready.disclosures()
    assert (row.retold, row.retold_by) == (Retold.TOLD, olga.staff)
    [trace] = [
        each for each in log(house) if each["act"] == Act.ERASURE_RETELL and each.get("rows")
    ]
    assert rows_of(trace) == {("disclosures", str(made.id))}
    # How it was told is the officers' to read.
    assert trace["reason_digest"]
    assert CALLED not in str(trace)

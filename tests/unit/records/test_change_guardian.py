from caseflow.records.change_guardian import change_guardian
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.guardians import written_down
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, problems, shared, traces


def test_intake_blocks_and_unblocks_nobody_be_it_by_another_name(house: House) -> None:
    ida, wanda = house.actor("ida", "wohnen"), house.actor("wanda", "wohnen")
    known = create(house, ida)
    guardian = written_down(house, ida, known, blocked="")
    assert done(do(house, ida, change_guardian, guardian, 1, {"blocked": "violent"})).version == 2
    barred = Refused(Reason.NOT_YOUR_ROLE)
    assert do(house, ida, change_guardian, guardian, 2, {"blocked": ""}) == barred
    assert do(house, ida, change_guardian, guardian, 2, {"name": "Anders"}) == barred
    both = {"name": "Anders", "blocked": "other"}
    assert do(house, ida, change_guardian, guardian, 2, both) == barred
    assert done(do(house, wanda, change_guardian, guardian, 2, {"blocked": " "})).version == 3
    assert len(traces(house, Act.GUARDIAN_CHANGE)) == 4


def test_only_the_unit_that_wrote_it_changes_it_and_nobody_overwrites(house: House) -> None:
    known, berta, frieda = shared(house, "family")
    guardian = written_down(house, berta, known)
    typed = {"relation": "Stiefvater"}
    assert do(house, frieda, change_guardian, guardian, 1, typed) == Refused()
    assert do(house, berta, change_guardian, guardian, 7, typed) == Conflict(1)
    assert do(house, berta, change_guardian, new_id(), 1, typed) == Refused()
    answer = do(house, berta, change_guardian, guardian, 1, {"authority": "king"})
    assert problems(answer) == {("authority", "not_a_choice")}

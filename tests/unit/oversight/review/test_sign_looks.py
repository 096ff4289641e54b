from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from tests.factories.house import House
from tests.unit.oversight.review.signing import kept_sign_off, otto, reviewed, signed, signed_looks


def test_her_own_entries_are_reviewed_by_another_officer(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    answer = signed(house, olga)
    assert isinstance(answer, Done)
    of = answer.value
    assert signed_looks(house, olga, of) == Refused(Reason.NOT_YOUR_ROLE)
    waiting = reviewed(house, olga)
    assert (list(waiting.open_looks), waiting.alone) == ([of], True)
    second = otto(house)
    unseen = signed_looks(house, second, of, looked=False)
    assert unseen == Invalid((Problem("looked", "required"),))
    assert isinstance(signed_looks(house, second, of), Done)
    assert signed_looks(house, second, of) == Refused(Reason.TOO_LATE)
    seen = reviewed(house, olga)
    assert (list(seen.open_looks), seen.alone) == ([], False)
    [looks] = [each for each in seen.signed if each.of == of]
    assert looks.counts["entries"] > 1
    assert signed_looks(house, second, house.units["beratung"]) == Refused()
    assert isinstance(signed_looks(house, house.actor("berta", "beratung"), of), Refused)


def test_of_a_log_that_is_another_one_by_now_nothing_is_signed(house: House) -> None:
    refused = signed_looks(house, otto(house), kept_sign_off(house))
    assert refused == Invalid((Problem("size", "not_grown"),))

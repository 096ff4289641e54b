from uuid import UUID, uuid4

from caseflow.database.tables.second_factors import PasskeyChallenge
from caseflow.identity.challenges import new_challenge, take_challenge
from tests.factories.house import House
from tests.unit.identity.people import wait


def test_a_challenge_is_answered_once_and_for_what_it_was_made(house: House) -> None:
    work, subject = house.work(), uuid4()
    challenge = new_challenge(work, subject)
    assert new_challenge(work, subject) != challenge
    assert not take_challenge(work, uuid4(), challenge)
    assert take_challenge(work, subject, challenge)
    assert not take_challenge(work, subject, challenge)


def test_it_is_over_after_five_minutes_and_swept_away(house: House) -> None:
    work, subject = house.work(), uuid4()
    challenge = new_challenge(work, subject)
    wait(house, minutes=5)
    assert not take_challenge(work, subject, challenge)
    wait(house, seconds=1)
    new_challenge(work, subject)
    assert work.session.query(PasskeyChallenge).count() == 1


def test_one_that_was_written_by_somebody_else_is_none(house: House) -> None:
    work, subject = house.work(), uuid4()
    ends_at = house.around.clock.now().replace(year=2099)
    for challenge in (b"x" * 48, moved(house, subject)):
        work.session.add(PasskeyChallenge(challenge=challenge, subject_id=subject, ends_at=ends_at))
        work.session.flush()
        assert not take_challenge(work, subject, challenge)


def moved(house: House, subject: UUID) -> bytes:
    """Return a challenge of ours that ended long ago."""
    work = house.work()
    challenge = new_challenge(work, subject)
    work.abandon()
    return challenge

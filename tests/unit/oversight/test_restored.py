from caseflow.oversight.restored import confirm_restored, seen_suspended, show_restored
from caseflow.vault.suspended import is_suspended
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from tests.factories.house import House
from tests.factories.suspended import SIZE, suspend
from tests.unit.vault.reading import newest


def test_an_officer_sees_the_restore_and_lets_sharing_go_on_once(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    suspend(house)
    shown = show_restored(house.work(olga), olga)
    assert isinstance(shown, Disclosed)
    assert shown.value is not None
    assert (shown.value.suspended, shown.value.backup_size) == (True, SIZE)
    work = house.work(olga)
    assert confirm_restored(work, olga) == Done(None)
    work.finish()
    work = house.work()
    assert not is_suspended(work)
    work.finish()
    assert newest(house, Act.RESTORE_CONFIRM)["rows"][0]["table"] == "installation"
    work = house.work(olga)
    assert confirm_restored(work, olga) == Refused(Reason.TOO_LATE)
    work.finish()
    shown = show_restored(house.work(olga), olga)
    assert isinstance(shown, Disclosed)
    assert shown.value is not None
    assert not shown.value.suspended


def test_what_was_never_restored_shows_nothing(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    assert show_restored(house.work(olga), olga) == Disclosed(None)
    assert not seen_suspended(house.work())


def test_nobody_but_an_officer_confirms(house: House) -> None:
    lea = house.actor("lea", "beratung")
    suspend(house)
    work = house.work(lea)
    assert confirm_restored(work, lea) == Refused(Reason.NOT_YOUR_ROLE)
    work.finish()
    assert show_restored(house.work(lea), lea) == Refused(Reason.NOT_YOUR_ROLE)
    work = house.work(lea)
    assert is_suspended(work)
    assert seen_suspended(work)

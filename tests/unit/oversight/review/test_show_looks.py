from caseflow.oversight.review.show_looks import show_looks
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.house import House
from tests.unit.oversight.review.signing import kept_sign_off, otto
from tests.unit.oversight.review.signing import shown as shown_to
from tests.unit.vault.reading import newest


def test_another_officer_sees_what_the_reviewer_did_and_she_herself_does_not(
    house: House,
) -> None:
    olga, second = house.actor("olga", "datenschutz"), otto(house)
    shown_to(house, olga)  # so that the log has an entry of hers
    of = kept_sign_off(house, 50)
    shown = show_looks(house.work(second), second, of)
    assert isinstance(shown, Disclosed)
    assert shown.value.findings.looks.keys() == {olga.staff}
    assert (shown.value.signed.id, shown.value.sample) == (of, ())
    told = newest(house, Act.LOG_READ)
    assert told["details"] == {"review": "looks", "sign_off": str(of)}
    assert show_looks(house.work(olga), olga, of) == Refused(Reason.NOT_YOUR_ROLE)
    berta = house.actor("berta", "beratung")
    assert isinstance(show_looks(house.work(berta), berta, of), Refused)
    assert show_looks(house.work(second), second, berta.unit) == Refused()

from caseflow.drafts import discard_draft
from caseflow.vocabulary.acts import Act
from tests.factories.drafts import keep, kept
from tests.factories.house import House
from tests.unit.vault.reading import log

ASKED = "/clients/new"


def test_hers_goes_and_no_other(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    for actor in (lea, berta):
        keep(house, actor, ASKED)
    for _ in range(2):  # a second time nothing happens
        work = house.work(lea)
        discard_draft(work, lea, ASKED)
        work.finish()
    assert kept(house, lea, ASKED) is None
    assert kept(house, berta, ASKED) is not None
    told = [each for each in log(house) if each["act"] == Act.DRAFT_DISCARD]
    assert [each["staff"] for each in told] == [str(lea.staff)]

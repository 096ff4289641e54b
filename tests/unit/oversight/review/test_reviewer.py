from sqlalchemy import update

from caseflow.database.tables.accounts import Staff
from caseflow.oversight.review.reviewer import permit_reviewer
from caseflow.vault.permit import Permit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from tests.factories.house import House


def test_an_officer_reviews_unless_her_account_is_not_as_it_was_sealed(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    assert isinstance(permit_reviewer(work, olga, Act.REVIEW_SIGN), Permit)
    work.abandon()
    with house.engine.begin() as connection:
        connection.execute(update(Staff).where(Staff.id == olga.staff).values(name="x"))
    assert isinstance(permit_reviewer(work, olga, Act.REVIEW_SIGN), Refused)
    work.abandon()

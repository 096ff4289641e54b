from caseflow.consents.put_evidence import EVIDENCE
from tests.factories.house import configuration


def test_it_lies_where_no_consent_opens_it() -> None:
    assert not configuration().categories[EVIDENCE].consentable

from caseflow.vocabulary.answers import Problem
from caseflow.web.consents.look_over import LookedOver
from caseflow.web.consents.read_declaration import Asked
from tests.factories.declarations import declaration, offer


def test_a_signature_is_the_last_thing_that_is_missing() -> None:
    day, unsigned = Problem("valid_until", "required"), Problem("signature", "signature_missing")
    asked = Asked(declaration(offer([], [], "family")), frozenset())
    found = LookedOver(asked, (day,), (unsigned,))
    assert (found.problems, found.unsigned) == ((day,), (unsigned,))

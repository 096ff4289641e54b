from tests.factories.application import Visitor


def test_whoever_records_consents_gets_forms_in_each_language(visitor: Visitor) -> None:
    visitor.log_in("ida")
    shown = visitor.look("/consent-forms").text
    assert "template=disclosure&amp;language=de" in shown
    assert 'lang="ar"' in shown
    one, other = (
        visitor.look("/consent-forms/paper?template=sharing&language=de") for _ in range(2)
    )
    assert (one.status_code, one.mimetype) == (200, "application/pdf")
    assert one.data.startswith(b"%PDF-")
    assert one.data != other.data  # each printing has a number of its own
    for query in ("", "?template=sharing&language=xx", "?template=poem&language=de"):
        answer = visitor.look(f"/consent-forms/paper{query}")
        assert (answer.status_code, answer.location) == (303, "/consent-forms")

from tests.factories.application import Visitor


def test_whoever_records_consents_gets_forms_in_each_language(visitor: Visitor) -> None:
    visitor.log_in("ida")
    shown = visitor.look("/consent-forms").text
    assert "template=disclosure&amp;language=de" in shown
    assert 'lang="ar"' in shown
    paper = visitor.look("/consent-forms/paper?template=sharing&language=de")
    assert (paper.status_code, paper.mimetype) == (200, "application/pdf")
    assert paper.data.startswith(b"%PDF-")
    for query in ("", "?template=sharing&language=xx", "?template=poem&language=de"):
        answer = visitor.look(f"/consent-forms/paper{query}")
        assert (answer.status_code, answer.location) == (303, "/consent-forms")

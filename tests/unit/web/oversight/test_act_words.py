from flask import Flask

from caseflow.vocabulary.acts import Act
from caseflow.web.oversight.act_words import ACTS, act_name


def test_every_act_is_told_in_words(app: Flask) -> None:
    assert set(ACTS) == set(Act)
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert act_name("story.read") == "hat die Geschichte gelesen"
        assert len({act_name(act) for act in Act}) == len(Act)
        assert act_name("moon.read") == "moon.read"

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import pytest
from flask import Flask
from marshmallow import ValidationError

from caseflow.http import current
from caseflow.http.papers.chosen_voice import check_her_language, check_language, chosen_voice
from caseflow.vocabulary.answers import Problem
from tests.factories.house import House


@contextmanager
def _asking(app: Flask, house: House, accepted: str) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": accepted}):
        current.hold_work(house.work())
        yield


def test_the_language_of_a_paper_is_the_chosen_one_else_the_readers(
    app: Flask, house: House
) -> None:
    with _asking(app, house, "de"):
        assert chosen_voice("en").language == "en"
        assert chosen_voice(None).language == "de"


def test_a_language_without_sentences_is_refused_with_those_there_are(
    app: Flask, house: House
) -> None:
    with _asking(app, house, "de"):
        check_language("de")
        check_her_language("tr")
        with pytest.raises(ValidationError):
            check_her_language("xx")
        with pytest.raises(ValidationError) as caught:
            check_language("tr")
    (problem,) = cast("list[Any]", caught.value.messages)
    assert problem == Problem("", "language_unknown", {"known": "de, en"})

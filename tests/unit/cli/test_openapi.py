import json
from collections.abc import Callable

import pytest

Command = Callable[..., int]


def test_it_prints_the_document(caseflow: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert caseflow("openapi") == 0
    assert json.loads(capsys.readouterr().out)["openapi"].startswith("3.1")

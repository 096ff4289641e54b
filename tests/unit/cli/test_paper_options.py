import pytest

from caseflow.cli.paper_options import her_voice_for, voice_for
from caseflow.vocabulary.errors import OperatorError
from tests.factories.house import House


def test_the_language_is_the_chosen_one_or_the_terminals(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, olga = house.work(), house.actor("olga", "datenschutz")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert voice_for(work, olga, "").language == "en"
    assert voice_for(work, olga, "de").language == "de"
    with pytest.raises(OperatorError) as caught:
        voice_for(work, olga, "tr")
    assert "there are: de, en." in str(caught.value)
    assert her_voice_for(work, olga, "tr").language == "tr"
    assert her_voice_for(work, olga, "").language == "en"

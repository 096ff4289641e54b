"""What is left in German or English of a paper in a language of hers."""

from collections.abc import Iterable

from caseflow.http.papers.unreviewed import PLAIN, TRANSLATED
from caseflow.http.papers.voice import Voice
from tests.factories.her_sentences import her_sentences
from tests.factories.house import configuration

_SHORTEST = 12  # letters; shorter words are alike in several languages


def none_of_ours(told: Iterable[str], tag: str) -> bool:
    """Say whether none of the texts holds a sentence in English, or in German outside of it."""
    german = Voice("de", configuration())
    ours = {each for each in her_sentences() if "%(" not in each and len(each) >= _SHORTEST}
    if not tag.startswith("de"):
        ours |= {german.say(each) for each in ours}
    # That nobody has reviewed it is said in the house's language too.
    house = {german.say(PLAIN), german.say(TRANSLATED)}
    whole = [each for each in told if each not in house]
    return not any(each in text for each in ours for text in whole)

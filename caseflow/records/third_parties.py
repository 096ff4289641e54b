"""Say what may speak of other persons than the client: that leaves a unit only when released.

Art. 15(4) GDPR: what staff wrote, titles of files with it, and answers to questions that the
catalogue marks so or does not know any more. Her copy and what is handed to a partner outside
follow the same rule.
"""

from caseflow.records.story import StoryFact
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.questions.catalogue import Note
from caseflow.vocabulary.questions.files import files_of


def may_speak_of_others(fact: StoryFact, configuration: Configuration) -> bool:
    """Say whether an answer may; that she withheld one, or did not know it, speaks of nobody."""
    if fact.answer is None:
        return False
    asked = configuration.catalogue.question(fact.question)
    of_others = asked is None or Note.THIRD_PARTY in asked.notes
    return of_others or bool(files_of(fact.answer))

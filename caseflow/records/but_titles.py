"""Name no document to whoever may not read any: a title says much of what it holds."""

from collections.abc import Iterable
from dataclasses import replace

from caseflow.identity import may
from caseflow.records.story import StoryFact
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.questions.files import untitled


def but_titles(actor: Actor, facts: Iterable[StoryFact]) -> list[StoryFact]:
    """Return the answers as this actor may read them."""
    if may(actor, Permission.READ_STORY):  # and the documents in it
        return list(facts)
    return [
        each if each.answer is None else replace(each, answer=untitled(each.answer))
        for each in facts
    ]

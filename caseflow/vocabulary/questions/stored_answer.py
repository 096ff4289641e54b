"""An answer as it is kept: with the type and the words that it had when it was given.

A question may change its type, and a list may lose an option; the old answer stays readable.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from caseflow.vocabulary.questions.faults import Value


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question, in its one form."""

    question: str
    type: str  # the expression of the type under which it was read
    value: Value
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # chosen code: labels


def answer_text(answer: Answer) -> str:
    """Return the canonical JSON that is sealed into a fact; the question stands beside it."""
    kept: dict[str, object] = {"type": answer.type, "value": answer.value}
    if answer.words:
        kept["words"] = {code: dict(labels) for code, labels in answer.words.items()}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def stored_answer(question: str, text: str) -> Answer:
    """Return the answer that the text holds; a text of another form is shown as it is."""
    try:
        kept = json.loads(text)
    except ValueError:
        kept = None
    if not isinstance(kept, dict) or not {"type", "value"} <= kept.keys():
        return Answer(question, "text", text)
    return Answer(question, kept["type"], kept["value"], kept.get("words", {}))

"""A sentence for the operator: made where something is wrong, said in the language of who reads it.

The English template is what a translation is found by; what is in braces is put in afterwards.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from typing_extensions import override

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template and what is put into it: texts, numbers, or sentences again."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def said(self, translate: Translate) -> str:
        """Return the sentence, all of it translated."""
        if not self.values:
            return translate(self.template)  # it may be a sentence that is made already
        values = {
            name: value.said(translate) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return translate(self.template).format_map(values)

    @override
    def __str__(self) -> str:
        return self.said(str)

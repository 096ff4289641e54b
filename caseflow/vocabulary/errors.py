"""The errors of a broken world; a refusal is an answer and never one of these.

CaseflowError
├── SaidError            what the operator is told in a sentence
│   ├── BadConfiguration a file or a setting cannot be used: file, line, mend
│   └── OperatorError    a command cannot do what was asked: one sentence, exit code 1
├── BrokenKey            a key, an envelope or a sealed text does not open
│   └── MissingKey       no envelope leads to it
├── KeyNotGiven          a root or trustee secret that counts now was not given to this process
├── BrokenSeal           a row that decides is not as it was written
├── BrokenOff            a file that is being read was changed, closed or damaged meanwhile
├── Stale                a row was changed by someone else in the meantime
└── Unrecordable         the trace cannot be written, so nothing may be shown
"""

from typing_extensions import override

from caseflow.vocabulary.sentences import Sentence


class CaseflowError(Exception):
    """Whatever this project raises."""


class SaidError(CaseflowError):
    """An error that is said to the operator, in her language."""

    def __init__(self, said: str | Sentence, /, **values: object) -> None:
        """Take the sentence, or its English template and what is put into it."""
        self.sentence = Sentence(said, values) if isinstance(said, str) else said
        super().__init__(self.sentence)

    @override
    def __str__(self) -> str:
        return str(self.sentence)


class BadConfiguration(SaidError):
    """A configuration file or a setting cannot be used; says where and how to mend it."""


class BrokenKey(CaseflowError):
    """A key, an envelope or a sealed text does not open under what it is bound to."""


class MissingKey(BrokenKey):
    """No envelope leads the reader to this key."""


class KeyNotGiven(CaseflowError):
    """The root or trustee secret that counts now was not given to this process: start it again."""


class BrokenSeal(CaseflowError):
    """A row that decides is not as it was written."""


class BrokenOff(CaseflowError):
    """A file that is being read cannot be given further: changed, closed or damaged meanwhile."""


class Stale(CaseflowError):
    """A row was changed by someone else between reading and writing it."""


class Unrecordable(CaseflowError):
    """The trace cannot be written, so nothing may be shown."""


class OperatorError(SaidError):
    """A command cannot do what was asked."""

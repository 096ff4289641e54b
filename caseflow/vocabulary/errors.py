"""The errors of a broken world; a refusal is an answer and never one of these.

CaseflowError
├── BadConfiguration     a file or a setting cannot be used: file, line, mend
├── BrokenKey            a key, an envelope or a sealed text does not open
│   └── MissingKey       no envelope leads to it
├── BrokenSeal           a row that decides is not as it was written
├── Stale                a row was changed by someone else in the meantime
├── Unrecordable         the trace cannot be written, so nothing may be shown
└── OperatorError        a command cannot do what was asked: one sentence, exit code 1
"""


class CaseflowError(Exception):
    """Whatever this project raises."""


class BadConfiguration(CaseflowError):
    """A configuration file or a setting cannot be used; says where and how to mend it."""


class BrokenKey(CaseflowError):
    """A key, an envelope or a sealed text does not open under what it is bound to."""


class MissingKey(BrokenKey):
    """No envelope leads the reader to this key."""


class BrokenSeal(CaseflowError):
    """A row that decides is not as it was written."""


class Stale(CaseflowError):
    """A row was changed by someone else between reading and writing it."""


class Unrecordable(CaseflowError):
    """The trace cannot be written, so nothing may be shown."""


class OperatorError(CaseflowError):
    """A command cannot do what was asked; its text is the sentence for the operator."""

"""The sentences about who may work on a case, and with whom: one for each code of the rooms."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark

CASE_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "cannot_work_here": mark("This person cannot work on this case; choose somebody else."),
        "one_of_both": mark("Name either the client or the code on her card, and not both."),
        "same_client": mark("This is the same client; name the other one."),
        "stays_restricted": mark(
            "This case stays with those it is assigned to; nobody else may know of it."
        ),
        "works_with_both": mark(
            "%(name)s works with both: take this person off the case %(one)s or %(other)s first."
        ),
        "works_with_both_elsewhere": mark(
            "Somebody works with both of them. Nothing was recorded; "
            "the data-protection officers see in the log who it is."
        ),
    }
)

"""The sentences about letters that are not written: one for each code."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark

LETTER_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "no_such_template": mark("There is no such letter for this addressee."),
        "no_documents_here": mark(
            "A letter is kept among her documents, and your unit keeps none. Ask whoever looks "
            "after the program to let it keep them."
        ),
        "no_whereabouts_here": mark(
            "A letter with her address is kept among her whereabouts, and your unit keeps none. "
            "Leave the address out and hand the letter over."
        ),
        "way_closed": mark("This way is closed. Only a newer answer of hers opens it."),
        "letter_not_neutral": mark(
            "On this way nothing may say whom the letter is from, and this one does. Take another "
            "letter or another way."
        ),
        "names_the_sender": mark(
            "On this way nothing may name the organisation or one of its units. Write it without "
            "the name."
        ),
    }
)

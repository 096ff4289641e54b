"""Everything that is said to a client herself, as the sources mark it."""

from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_file

from caseflow.http.papers.access_words import DEEDS, GROUNDS
from caseflow.http.papers.unreviewed import PLAIN, TRANSLATED
from caseflow.web.clients.family_words import AUTHORITIES, DECLARERS, VIOLENT
from caseflow.web.consents.consent_form import ANSWERS, LABELS, NOT_TO_ALL, PROTECTED
from caseflow.web.consents.desk_words import (
    ACTIONS,
    FORMS,
    OUTSIDE_ACTIONS,
    RECEIPTS,
    SIGNED_ON_SCREEN,
)
from tests.machine.catalogues import CASEFLOW

_PAPERS = ("http/papers/access_paper.py", "web/consents/receipt_paper.py")
_TEMPLATES = CASEFLOW / "web" / "templates" / "consents"
_NO_GROUND = "no say for her"  # of somebody who never declares
_BY_PAGES = (  # by `say.sentence` of what stands in no table
    "Interpreter",
    "Her copy",
    "not to %(unit)s",
    "If she signs, this opens",
    "sees what %(unit)s has written about:",
    "She says no to:",
    "may be told, piece by piece, what %(unit)s has written about:",
    "People who could then see it:",
    "All together, each counted once:",
    "Signature",
    "Yes, record it",
    "No, change it",
    "Go on",
    "Go back",
    "She or he has promised to keep silent about everything.",
    "The client was asked, and agrees to this person.",
)


@cache
def her_sentences(*, plain: bool = False) -> frozenset[str]:
    """Return the sentences in English; in plain German another one says that nobody tested it."""
    tables = (DEEDS, GROUNDS, ACTIONS, OUTSIDE_ACTIONS, FORMS, RECEIPTS, ANSWERS, LABELS)
    found = {said for table in tables for said in table.values()}
    found |= {said for table in (DECLARERS, AUTHORITIES, VIOLENT) for said in table.values()}
    found |= {NOT_TO_ALL, PROTECTED, SIGNED_ON_SCREEN, *_BY_PAGES}
    for paper in _PAPERS:
        found |= _marked(CASEFLOW / paper, "python", "mark")
    found |= _marked(CASEFLOW / "http/papers/access_words.py", "python", "mark")
    for template in _TEMPLATES.glob("*.html"):
        found |= _marked(template, "jinja2", "told")
    return frozenset((found - {_NO_GROUND}) | {PLAIN if plain else TRANSLATED})


def _marked(file: Path, method: str, keyword: str) -> set[str]:
    found = extract_from_file(method, str(file), keywords={keyword: None})
    return {str(message) for _, message, _, _ in found}

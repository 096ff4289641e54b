"""Everything that is said to a client herself, as the sources mark it."""

from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_file

from caseflow.http.papers.access_words import DEEDS, GROUNDS
from caseflow.http.papers.unreviewed import PLAIN, TRANSLATED
from caseflow.web.clients.family_words import AUTHORITIES, DECLARERS
from caseflow.web.consents.consent_form import (
    ANSWERS,
    ASKED_HER,
    INTERPRETER,
    LABELS,
    NOT_TO_ALL,
    NOT_TO_UNIT,
    PROTECTED,
)
from caseflow.web.consents.desk_words import (
    ACTIONS,
    FORMS,
    OUTSIDE_ACTIONS,
    RECEIPTS,
    SIGNED_ON_SCREEN,
)
from caseflow.web.consents.preview_page import OPENS, OPENS_OUTSIDE, REFUSES, TOLD
from caseflow.web.consents.question_page import GO_BACK, GO_ON
from tests.machine.catalogues import CASEFLOW

_PAPERS = (
    "http/papers/access_paper.py",
    "http/papers/access_words.py",
    "http/papers/copy_appointments.py",
    "http/papers/copy_around_paper.py",
    "http/papers/copy_paper.py",
    "http/papers/copy_words.py",
    "http/papers/erasure_paper.py",
    "http/papers/erasure_words.py",
    "web/blanks/blank_form.py",
    "web/consents/receipt_paper.py",
)
_TEMPLATES = CASEFLOW / "web" / "templates" / "consents"
_NO_GROUND = "no say for her"  # of somebody who never declares


@cache
def her_sentences(*, plain: bool = False) -> frozenset[str]:
    """Return the sentences in English; in plain German another one says that nobody tested it."""
    tables = (DEEDS, GROUNDS, ACTIONS, OUTSIDE_ACTIONS, FORMS, RECEIPTS, ANSWERS)
    found = {said for table in tables for said in table.values()}
    found |= {said for table in (DECLARERS, AUTHORITIES) for said in table.values()}
    found |= {LABELS[field] for field in ASKED_HER} | {*TOLD.values(), *INTERPRETER, GO_ON, GO_BACK}
    found |= set(REFUSES.values())
    found |= {NOT_TO_ALL, PROTECTED, SIGNED_ON_SCREEN, NOT_TO_UNIT, OPENS, OPENS_OUTSIDE}
    for paper in _PAPERS:
        found |= _marked(CASEFLOW / paper, "python", "mark")
    for template in _TEMPLATES.glob("*.html"):
        found |= _marked(template, "jinja2", "told")
    return frozenset((found - {_NO_GROUND}) | {PLAIN if plain else TRANSLATED})


def _marked(file: Path, method: str, keyword: str) -> set[str]:
    found = extract_from_file(method, str(file), keywords={keyword: None})
    return {str(message) for _, message, _, _ in found}

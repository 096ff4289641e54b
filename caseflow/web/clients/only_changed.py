"""Keep of an intake form only what was changed in it.

Danger: the form is filled in with what other units were told. In a draft that would outlive a
withdrawal and the end of an emergency, and come back without a trace of whose it is.
"""

from caseflow.drafts import ONLY
from caseflow.http.form_marks import MARKS, form_sent
from caseflow.web.clients.answer_form import CONFIRMED, schema_of, told_anew, typed_fields
from caseflow.web.clients.intake_page import asked_here
from caseflow.web.forms import read_form

_WAS, _VERSION = "was.", "version."


def only_changed() -> dict[str, list[str]]:
    """Return the words of the form that was sent, by field, and of an intake form which they are.

    Every other form is filled in with nothing but what its own unit wrote.
    """
    sent = form_sent()
    typed = {name: sent.getlist(name) for name in sent if name not in MARKS}
    if not any(name.startswith(_WAS) for name in typed):
        return typed
    asked = asked_here()
    read = read_form(schema_of(asked)).typed
    told = told_anew(asked, {name: read[name] for name in read if not name.startswith(_VERSION)})
    changed = [name for each in asked if each.key in told for name in typed_fields(each)]
    only = [CONFIRMED, *changed]
    return {name: typed[name] for name in only if name in typed} | {ONLY: only}

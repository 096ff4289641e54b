"""Say which window a form was sent from, so that no other one's words are taken for its own."""

from caseflow.drafts import Window
from caseflow.http.form_marks import SEEN, WINDOW, form_sent


def this_window() -> Window:
    """Return it; a form that names none is of every window."""
    sent = form_sent()
    return Window(sent.get(WINDOW, ""), sent.get(SEEN, ""))

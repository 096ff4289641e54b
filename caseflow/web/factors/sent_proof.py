"""Take the second factor that a form brings, and say where these pages are."""

from flask import request

from caseflow.http.form_marks import form_sent
from caseflow.identity import Proof, Site


def sent_proof(code: str, passkey: str) -> Proof:
    """Return what she shows, from the fields of these names."""
    form = form_sent()
    return Proof(form.get(code, "").strip(), form.get(passkey, ""), site())


def site() -> Site:
    """Return where the browser believes to be; a passkey is bound to it by the browser itself."""
    origin = request.host_url.rstrip("/")
    return Site(request.host.rpartition(":")[0] or request.host, origin)

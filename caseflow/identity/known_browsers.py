"""Know the browsers in which somebody has logged in completely: OWASP's device cookies.

See https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies. Tries
from such a browser are counted apart, so that strangers who guess never hold its owner up. The
cookie is no factor: whoever has stolen it has a few more guesses, and nothing else.
"""

import hmac
from contextlib import suppress
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from caseflow.crypto.derivation import derive
from caseflow.crypto.tokens import new_token
from caseflow.database import sealed_rows
from caseflow.database.tables.other_log_ins import KnownBrowser
from caseflow.database.unit_of_work import Work
from caseflow.identity.whole_text import whole_text
from caseflow.keys.keyring import ring
from caseflow.vocabulary.errors import Stale

_TOKEN = 43  # characters: 32 bytes, and as many again that say whose they are
_TAG = 22


def browser_of(work: Work, staff: UUID, token: str) -> KnownBrowser | None:
    """Return the browser of this token if she is known in it; nobody's by the same statement."""
    digest = _digest(work, staff, token)
    query = select(KnownBrowser).where(
        KnownBrowser.digest == digest, KnownBrowser.staff_id == staff
    )
    now, found = work.clock.now(), sealed_rows.intact(work, work.session.scalars(query))
    return next((row for row in found if row.ends_at > now), None)


def remember_browser(work: Work, staff: UUID, token: str) -> str:
    """Know her in this browser from now on; return the token that it keeps.

    A token of ours stays, so that two who share a computer do not push each other out. Any other
    is replaced: nobody shall choose by what she is known.
    """
    kept = token if _ours(work, token) else _new_token(work)
    now = work.clock.now()
    ends_at = now + work.configuration.limits.known_browser
    found = browser_of(work, staff, kept)
    if found is None:
        digest = _digest(work, staff, kept)
        _drop(work, KnownBrowser.staff_id == staff, KnownBrowser.ends_at <= now)
        _drop(work, KnownBrowser.digest == digest)  # not as it was sealed, and an alarm by now
        row = KnownBrowser(staff_id=staff, digest=digest, since=now, seen_at=now, ends_at=ends_at)
        with suppress(IntegrityError), work.session.begin_nested():  # she logs in twice at once
            work.session.add(row)
        return kept
    try:
        sealed_rows.change(work, found, seen_at=now, ends_at=ends_at)
    except Stale:
        return kept  # she logs in twice at once, or it has just been ended
    return kept


def browsers_of(work: Work, staff: UUID) -> list[KnownBrowser]:
    """Return the browsers in which somebody is known, the last used first."""
    query = (
        select(KnownBrowser)
        .where(KnownBrowser.staff_id == staff, KnownBrowser.ends_at > work.clock.now())
        .order_by(KnownBrowser.seen_at.desc(), KnownBrowser.id)
    )
    return sealed_rows.intact(work, work.session.scalars(query))


def forget_browser(work: Work, browser: KnownBrowser) -> None:
    """Know her in this browser no more."""
    _drop(work, KnownBrowser.id == browser.id)


def forget_browsers(work: Work, staff: UUID) -> None:
    """Know her in no browser any more."""
    _drop(work, KnownBrowser.staff_id == staff)


def _drop(work: Work, *conditions: object) -> None:
    work.session.execute(
        delete(KnownBrowser).where(*conditions),  # type: ignore[arg-type]  # conditions on columns
        execution_options={"synchronize_session": False},
    )


def _digest(work: Work, staff: UUID, token: str) -> bytes:
    key = derive(ring(work).server.cookie, "known browsers")
    return hmac.digest(key, staff.bytes + whole_text(token).encode(), "sha256")


def _new_token(work: Work) -> str:
    token = new_token()
    return token + _tag(work, token)


def _ours(work: Work, token: str) -> bool:
    made, tag = whole_text(token[:_TOKEN]), whole_text(token[_TOKEN:])
    return len(token) == _TOKEN + _TAG and hmac.compare_digest(
        _tag(work, made).encode(), tag.encode()
    )


def _tag(work: Work, token: str) -> str:
    key = derive(ring(work).server.cookie, "browser tokens")
    return hmac.digest(key, token.encode(), "sha256").hex()[:_TAG]

"""Read `[openid_connect]` of config/provider.toml; left out, no OpenID provider is ever asked."""

from urllib.parse import urlsplit

from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.configuration import OpenIdConnect
from caseflow.vocabulary.loopback import is_loopback

NAME = "openid_connect"
_LONGEST_LABEL = 60


def read_openid(provider: Table) -> OpenIdConnect | None:
    """Return at which provider people may show who they are; None for nowhere."""
    if NAME not in provider.values:
        return None
    table = provider.table(NAME)
    table.only({"issuer", "client_id", "label"})
    issuer, label = table.text("issuer"), table.text("label")
    if not _safe(issuer):
        raise table.wrong(
            "`{issuer}` must begin with https:// and name a host", "issuer", issuer=issuer
        )
    if len(label) > _LONGEST_LABEL:
        raise table.wrong("`label` must be short: it stands on a button", "label")
    return OpenIdConnect(issuer, table.text("client_id"), label)


def _safe(issuer: str) -> bool:
    """Say whether it is asked over TLS, or on this machine; RFC 8414 wants neither ? nor #."""
    try:
        parts = urlsplit(issuer)
        host = parts.hostname or ""
    except ValueError:
        return False
    if not host or parts.query or parts.fragment or parts.username:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))

"""Refuse a database that would be spoken to in the clear, or unproved, beyond this machine."""

from urllib.parse import parse_qs, urlsplit

from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.loopback import is_loopback

_PROVED = "verify-full"  # of libpq: TLS, and the certificate is that host's


def check_database_road(url: str) -> str:
    """Return a database URL; raises BadConfiguration where what is sent could be read or bent.

    A server names the hosts of PostgreSQL as authority or as parameter; several are in a row.
    """
    parts = urlsplit(url)
    asked = parse_qs(parts.query)
    named = [parts.hostname or "", *asked.get("host", []), *asked.get("hostaddr", [])]
    hosts = [host for each in named for host in each.split(",")]
    far = [host for host in hosts if not _here(host)]
    if parts.scheme.startswith("postgresql") and far and asked.get("sslmode") != [_PROVED]:
        raise BadConfiguration(
            "The database on {host} could be read on its way. Add ?sslmode=verify-full to "
            "CASEFLOW_DATABASE_URL, and sslrootcert=PATH of its certificate authority.",
            host=far[0],
        )
    return url


def _here(host: str) -> bool:
    socket = not host or host.startswith("/")  # in the file system
    return socket or is_loopback(host)

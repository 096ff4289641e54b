"""Read how the provider is reached and where its records lie; whatever is left out stays empty."""

import re

from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.configuration import Contact

_LINES = ("address",)
_TEXTS = ("email", "telephone", "representative", "officer", "storage")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def read_contact(table: Table) -> Contact:
    """Return the contact; nobody needs any of it to begin with."""
    table.only({*_LINES, *_TEXTS})
    texts = {key: table.text(key) for key in _TEXTS if key in table.values}
    email = texts.get("email", "")
    if email and not _EMAIL.fullmatch(email):
        raise table.wrong(
            "`email` is `{value}`; write for example office@example.org", "email", value=email
        )
    return Contact(address=tuple(filter(None, map(str.strip, table.texts("address")))), **texts)

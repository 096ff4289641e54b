"""Read the mapping that lies beside a sheet: which heading stands for which key.

A TOML file with one table:

    [columns]
    "Name, Vorname" = "client_name"
    "Notizen" = "entry:note:goals"
    "lfd. Nr." = "-"
"""

import tomllib
from collections.abc import Mapping

from caseflow.vocabulary.answers import Problem


def read_mapping(data: bytes) -> Mapping[str, str] | Problem:
    """Return the key for each heading, or what is wrong with the file."""
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Problem("mapping", "mapping_not_utf8")
    except tomllib.TOMLDecodeError as error:
        return Problem("mapping", "broken_mapping", {"error": str(error)})
    columns = table.get("columns")
    texts = isinstance(columns, dict) and all(isinstance(key, str) for key in columns.values())
    if not texts or not columns or table.keys() != {"columns"}:
        return Problem("mapping", "no_columns")
    return {heading.strip(): key for heading, key in columns.items()}

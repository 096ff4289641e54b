"""Engines that share what they know: every new one would work out the same statements once more."""

from typing import Any

from sqlalchemy import Dialect, Engine

_dialects: dict[str, Dialect] = {}
_statements: dict[Any, Any] = {}  # found by dialect and statement, so the databases stay apart


def remembering(engine: Engine) -> Engine:
    """Return this engine, sharing its compiled statements with all others of its kind.

    The first one of a kind has to be connected: its dialect has asked the server what it can do.
    """
    engine.dialect = _dialects.setdefault(engine.dialect.name, engine.dialect)
    engine.update_execution_options(compiled_cache=_statements)
    return engine

"""Write the organisation's name where every paper takes it from: into its own `provider.toml`.

Without that file all that is handed out would be in the name of the sample organisation.
"""

import json
from pathlib import Path

from caseflow.cli.say import say
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.errors import OperatorError

_TEXT = """\
# What this organisation decides for itself. What else may stand here, and what holds where it is
# left out, stands in the provider.toml that came with the program.
name = {name}
time_zone = {zone}
languages = {languages}
"""


def check_name(folder: Path, configuration: Configuration, name: str) -> None:
    """Refuse a name that the organisation's own file contradicts."""
    file = _file(folder)
    if file.exists() and configuration.provider != name:
        raise OperatorError(
            "{file} calls the organisation {known}; give --provider that name, or change it there.",
            file=file,
            known=configuration.provider,
        )


def name_provider(folder: Path, configuration: Configuration, name: str) -> str | None:
    """Write the file if there is none; return what to do where that was not possible."""
    file = _file(folder)
    if file.exists():
        return None
    languages = list(configuration.languages)
    text = _TEXT.format(
        name=_quoted(name), zone=_quoted(configuration.zone.key), languages=_quoted(languages)
    )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError:
        # The installation stands by now, and its shares are told this once: nothing may be raised.
        return say(
            "The file {file} could not be written. Write it before anything is handed out:\n{text}",
            file=str(file),
            text=text,
        )
    return None


def _file(folder: Path) -> Path:
    return folder / "provider.toml"


def _quoted(value: object) -> str:
    """Return a text or a list of texts as TOML writes it, which JSON does alike but for one."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

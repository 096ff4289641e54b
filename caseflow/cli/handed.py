"""What the roof hands to the commands, which know neither settings nor the application."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from caseflow.settings.environment import Settings
    from caseflow.vocabulary.configuration import Configuration


@dataclass(frozen=True, slots=True)
class Handed:
    """The four things that a command may ask the roof for."""

    read_settings: "Callable[[Path | None], Settings]"  # of a data directory, if one is named
    read_configuration: "Callable[[Path | None], Configuration]"  # of a folder of own files
    create_app: "Callable[[Settings], Flask]"
    interface: "Callable[[], str]"  # the OpenAPI document

    def settings(self, data_dir: Path | None = None) -> "Settings":
        """Return the settings of the environment; raises BadConfiguration with a sentence."""
        return self.read_settings(data_dir)


pass_handed = click.make_pass_decorator(Handed)

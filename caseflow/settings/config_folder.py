"""Find the configuration files: those that came with the program, and those that override them."""

from importlib.resources import files
from pathlib import Path

from caseflow.vocabulary.errors import BadConfiguration


def config_folder() -> Path:
    """Return the folder that came with the program: in the wheel, else in the source tree."""
    package = Path(str(files("caseflow")))
    installed = package / "_config"
    return installed if installed.is_dir() else package.parent / "config"


def find_file(name: str, own: Path | None) -> Path:
    """Return the provider's own file of that name, else the one that came with the program."""
    for folder in (own, config_folder()):
        if folder is not None and (folder / name).is_file():
            return folder / name
    raise BadConfiguration(
        "{file} is missing; install the program again", file=config_folder() / name
    )


def find_files(name: str, own: Path | None) -> tuple[Path, ...]:
    """Return the TOML files of a folder, the provider's own before those of the same name."""
    found: dict[str, Path] = {}
    for folder in (config_folder(), own):
        if folder is not None:
            found |= {file.name: file for file in (folder / name).glob("*.toml")}
    return tuple(found[key] for key in sorted(found))

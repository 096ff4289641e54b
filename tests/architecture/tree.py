"""The files of the project, as the structural tests see them."""

import ast
import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(*folders: str, suffix: str = "") -> Iterator[Path]:
    """Yield the files below these folders, or all of the project, relative to its root."""
    ignored = ignored_names()
    for folder in folders or (".",):
        for place, inner, names in os.walk(ROOT / folder):
            inner[:] = sorted(name for name in inner if not _is_ignored(name, ignored))
            for name in sorted(names):
                if name.endswith(suffix) and not _is_ignored(name, ignored):
                    yield (Path(place) / name).relative_to(ROOT)


def texts(*folders: str, suffix: str = "") -> dict[Path, str]:
    """Return these files with what they say; a file that is no text is left out."""
    found = {}
    for path in files(*folders, suffix=suffix):
        try:
            found[path] = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


def modules(*folders: str) -> dict[Path, ast.Module]:
    """Return the Python files below these folders, parsed."""
    return {path: ast.parse(text) for path, text in texts(*folders, suffix=".py").items()}


def ignored_names() -> tuple[str, ...]:
    """Return the name patterns of what is made on a machine and never kept."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return (".git", *(line.strip("/") for line in lines if line and not line.startswith("#")))


def _is_ignored(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)

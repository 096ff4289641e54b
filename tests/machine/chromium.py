"""The Chromium that the browser tests drive: the system's, or one unpacked into the workplace."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.machine import debian
from tests.machine.workplace import Unprepared, Workplace

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

# Programs and libraries of the unpacked packages lie in a tree of their own.
_LAUNCHER = """#!/bin/sh
tree="$(dirname "$0")/tree"
for folder in "$tree"/usr/lib/*-linux-gnu "$tree"/lib/*-linux-gnu "$tree"/usr/lib/chromium; do
    LD_LIBRARY_PATH="$folder:$LD_LIBRARY_PATH"
done
export LD_LIBRARY_PATH
[ -d /etc/fonts ] || export FONTCONFIG_SYSROOT="$tree"
exec "$tree/usr/lib/chromium/chromium" "$@"
"""


def find_chromium(prefix: Path = Path(sys.prefix)) -> Path | None:
    """Return the program to start, from the PATH or from the workplace at `prefix`."""
    candidates = [shutil.which(name) for name in _NAMES]
    unpacked = prefix / "chromium" / "chromium"
    paths = [Path(name) for name in candidates if name] + [unpacked]
    return next((path for path in paths if _starts(path)), None)


def ensure_chromium(workplace: Workplace) -> None:
    """Make sure that there is a Chromium, installing or unpacking it if need be."""
    if find_chromium(workplace.folder):
        return
    print("Fetching Chromium for the browser tests …", flush=True)  # noqa: T201 - it takes a while
    if debian.install("chromium") and find_chromium(workplace.folder):
        return
    _unpack(workplace.folder / "chromium")
    if not find_chromium(workplace.folder):
        raise Unprepared(
            "The browser tests need Chromium, and it could not be installed: "
            "install the package `chromium` (`apt-get install chromium`) and start again."
        )


def _unpack(folder: Path) -> None:
    if debian.unpack("chromium", folder):
        launcher = folder / "chromium"
        launcher.write_text(_LAUNCHER, encoding="utf-8")
        launcher.chmod(0o755)


def _starts(path: Path) -> bool:
    # A name on the PATH may be a signpost only, as where the distribution moved it to a store.
    try:
        answer = subprocess.run(  # noqa: S603 - the browser itself, no shell
            [path, "--version"], check=False, capture_output=True, timeout=60
        )
    except OSError:
        return False
    return answer.returncode == 0

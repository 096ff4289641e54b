"""The Python environment of the tests: exactly the locked packages, and Caseflow itself."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.machine import debian
from tests.machine.workplace import ROOT, Unprepared, Workplace, choose_workplace

LOCK = ROOT / "config" / "requirements" / "test.txt"


def prepare() -> Workplace:
    """Return a workplace whose Python has the locked packages; quick when it had them before."""
    # Some set a umask that hides from others, or opens to all, whatever is made here.
    os.umask(0o022)
    workplace = choose_workplace()
    wanted = _stamp(workplace)
    stamp = workplace.folder / "installed"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        _make_environment(workplace.folder)
        _install(workplace)
        stamp.write_text(wanted, encoding="utf-8")
    return workplace


def _stamp(workplace: Workplace) -> str:
    """Return what an environment was made from: a change of any of it asks for a new one."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode()]
    parts += [os.fsencode(path) for path in (sys.base_prefix, ROOT, workplace.folder)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _make_environment(folder: Path) -> None:
    if _venv(folder):
        return
    # Debian keeps what `venv` needs in a package of its own.
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if not (debian.install(f"python{version}-venv") and _venv(folder)):
        raise Unprepared(
            f"Python {version} could not make a virtual environment in {folder}: "
            f"install the package `python{version}-venv` and start again."
        )


def _venv(folder: Path) -> bool:
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    made = subprocess.run(  # noqa: S603 - this interpreter, no shell
        command, check=False, capture_output=True
    )
    return made.returncode == 0


def _install(workplace: Workplace) -> None:
    print("Installing the locked packages …", flush=True)  # noqa: T201 - it takes a while
    workplace.caches.mkdir(exist_ok=True)
    pip = [str(workplace.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    packages = [*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
    # Everything it needs is locked above; it must not fetch anything of its own.
    caseflow = [*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)]
    if not all(workplace.run(command, quiet=True) for command in (packages, caseflow)):
        raise Unprepared("The locked packages could not be installed; pip says above why.")

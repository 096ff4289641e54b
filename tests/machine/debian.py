"""System packages, on the Debian family, for whoever may install them and whoever may not."""

import os
import shutil
import subprocess
from pathlib import Path

_APT = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300")
_SECONDS = 1800


def install(package: str) -> bool:
    """Install a package as root or through a sudo that asks nothing; return whether it worked."""
    asking = _privilege()
    if asking is None or shutil.which("apt-get") is None:
        return False
    command = [*asking, *_APT, "install", "-y", "--no-install-recommends", package]
    # A fresh machine has no package lists; one that has them is spared the wait.
    return _run(command) or (_run([*asking, *_APT, "update"]) and _run(command))


def unpack(package: str, folder: Path) -> bool:
    """Unpack a package and all it lacks on this machine below `folder`, without any privilege.

    Nothing is installed: the caller points programs at the libraries there.
    """
    if shutil.which("apt-get") is None or shutil.which("dpkg") is None:
        return False
    lists, files, tree = (folder / name for name in ("lists", "files", "tree"))
    for place in (lists / "partial", files / "archives" / "partial", tree):
        place.mkdir(parents=True, exist_ok=True)
    apt = [*_APT, "-o", f"Dir::State::Lists={lists}", "-o", f"Dir::Cache={files}"]
    if not _run([*apt, "-o", "Debug::NoLocking=1", "update"]):
        return False
    names = _missing([*apt, "-o", "Debug::NoLocking=1"], package)
    if not names or not _run([*apt, "download", *names], cwd=files):
        return False
    unpacked = all(_run(["dpkg", "-x", str(each), str(tree)]) for each in files.glob("*.deb"))
    # Only the tree is needed: the archives are as large again.
    shutil.rmtree(lists)
    shutil.rmtree(files)
    return unpacked


def _missing(apt: list[str], package: str) -> list[str]:
    """Return the names of the packages that an installation would add."""
    plan = [*apt, "--simulate", "install", "--no-install-recommends", package]
    simulated = subprocess.run(  # noqa: S603 - apt itself, no shell
        plan, check=False, capture_output=True, text=True, timeout=_SECONDS, env=_environment()
    )
    lines = [line.split() for line in simulated.stdout.splitlines()]
    return [words[1] for words in lines if words[:1] == ["Inst"]]


def _privilege() -> list[str] | None:
    """Return what must stand before a command that only root may run, or None without a way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _run(command: list[str], cwd: Path | None = None) -> bool:
    done = subprocess.run(  # noqa: S603 - apt and dpkg, no shell
        command,
        check=False,
        cwd=cwd,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_SECONDS,
    )
    return done.returncode == 0


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}

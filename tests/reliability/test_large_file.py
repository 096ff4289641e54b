"""A file goes through a process that has less memory for it than it is long.

In an everyday run it is 20 MB, in a release run 99 MB; both took some 4 MB beyond a small file.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.architecture.tree import ROOT
from tests.factories.scale import scaled

MEGABYTE = 1_000_000
LENGTH = min(scaled(20), 99) * MEGABYTE
MOST = 15 * MEGABYTE


def test_a_file_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.reliability.large_file", str(tmp_path), str(LENGTH)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["length"] == LENGTH
    assert found["chunks"] > LENGTH // 262_144
    assert 0 <= found["sending"] < MOST
    assert 0 <= found["fetching"] < MOST

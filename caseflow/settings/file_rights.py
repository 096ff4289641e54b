"""Say whether a file that holds a secret is out of everybody else's reach.

A link is followed, as containers mount their secrets by links, and what it leads to is looked at.
The file must belong to this user, or to root, who can read everything anyway. Nobody but the owner
may read it; of root's files, which a container or systemd hands over as 0440, a group of ours may.
Both folders, that of the link and that of the file, must be such that nobody else can put another
file into its place.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from caseflow.vocabulary.sentences import Sentence

_ROOT = 0
_OTHERS = 0o077
_OTHERS_OF_ROOTS = 0o037  # its group may read
_GROUP_READS = 0o040
_OTHERS_WRITE = 0o022


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: this process."""

    user: int
    groups: frozenset[int]

    @classmethod
    def here(cls) -> "Reader":
        """Return who this process is."""
        return cls(os.geteuid(), frozenset({os.getegid(), *os.getgroups()}))


def file_fault(
    name: str, path: Path, found: os.stat_result, reader: Reader, *, credential: bool = False
) -> Sentence | None:
    """Return what is wrong with the rights of an opened file; None: nothing.

    `name` is the setting. A credential of systemd is shown to one service alone: where that one is
    let in by a list of its own (ACL), the group's bits say nothing about a group.
    """
    mode = stat.S_IMODE(found.st_mode)
    if not stat.S_ISREG(found.st_mode):
        return Sentence("{name}: {path} is no file.", {"name": name, "path": path})
    if found.st_uid not in {_ROOT, reader.user}:
        return Sentence(
            "{name}: {path} belongs to another user; run: chown {user} {path}",
            {"name": name, "path": path, "user": reader.user},
        )
    own = found.st_uid == reader.user
    closed = not mode & (_OTHERS if own else _OTHERS_OF_ROOTS)
    ours = own or credential or not mode & _GROUP_READS or found.st_gid in reader.groups
    if closed and ours:
        return None
    return Sentence(
        "{name}: {path} may be read or changed by others; run: chmod 600 {path}",
        {"name": name, "path": path},
    )


def folder_fault(name: str, path: Path, reader: Reader) -> Sentence | None:
    """Return what is wrong with the folders of a file; None: nobody can put another in its place.

    In a folder such as /tmp, where each may take away only what is his own, the file stays.
    """
    for folder in dict.fromkeys((path.absolute().parent, path.resolve().parent)):
        found = folder.stat()
        open_to_others = found.st_mode & _OTHERS_WRITE and not found.st_mode & stat.S_ISVTX
        if open_to_others or found.st_uid not in {_ROOT, reader.user}:
            return Sentence(
                "{name}: others may put another file into {folder}; run: chmod go-w {folder}",
                {"name": name, "folder": folder},
            )
    return None

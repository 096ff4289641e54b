"""Say whether root key and trustee secret lie in one place, so that one thief has both."""

from pathlib import Path

from caseflow.settings.key_sources import FoundKey, Kind
from caseflow.vocabulary.sentences import Sentence

_APART = Sentence(
    "Keep the trustee secret in another place, best one that another user of the system owns."
)


def shared_place(root: FoundKey | None, trustee: FoundKey | None) -> Sentence | None:
    """Return what root key and trustee secret have in common; None: nothing that is seen from here.

    Two credentials of systemd lie in one folder, which is no place of theirs: each was put there
    from one of its own.
    """
    if root is None or trustee is None:
        return None
    one, other = root.source, trustee.source
    if one.command and one.command == other.command:
        return Sentence(
            "One command prints both root key and trustee secret. {apart}", {"apart": _APART}
        )
    if Kind.CREDENTIAL in {one.kind, other.kind} or one.path is None or other.path is None:
        return None
    return _shared_folder(one.path.resolve(), other.path.resolve())


def _shared_folder(root: Path, trustee: Path) -> Sentence | None:
    if root == trustee:
        return Sentence(
            "{file} holds both root key and trustee secret. {apart}",
            {"file": root, "apart": _APART},
        )
    if root.parent == trustee.parent and root.stat().st_uid == trustee.stat().st_uid:
        return Sentence(
            "{folder} holds both root key and trustee secret, and one user owns both. {apart}",
            {"folder": root.parent, "apart": _APART},
        )
    return None

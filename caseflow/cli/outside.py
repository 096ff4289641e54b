"""Take the keys from outside out of the settings, as operations ask for them."""

from typing import TYPE_CHECKING

from caseflow.operations.examine import Given

if TYPE_CHECKING:
    from caseflow.settings.environment import Settings
    from caseflow.vocabulary.sentences import Sentence


# How the demo calls its two keys: no other installation does, so that none is taken for a demo.
DEMO_KEYS = ("demo-root.key", "demo-trustee.key")


def given(settings: "Settings") -> Given:
    """Return the keys as an installation is examined with them; any may be missing."""
    return Given(
        settings.root_key,
        settings.trustee_key,
        settings.former_root_key,
        settings.former_trustee_key,
        one_place(settings),
    )


def one_place(settings: "Settings") -> "Sentence | None":
    """Return why one thief would have both keys; the demo keeps both beside its database."""
    is_demo = all((settings.data_dir / name).is_file() for name in DEMO_KEYS)
    return None if is_demo else settings.keys_in_one_place

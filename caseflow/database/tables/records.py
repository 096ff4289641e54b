"""What is known of a client: entries, facts, goals, progress, the approved summary.

Every column that holds her words is sealed; question, state and days are her words too.
"""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from typing_extensions import override

from caseflow.database.base import Base, ClientRow
from caseflow.database.column_types import Instant, Sealed


class DrawerContent(ClientRow, Base, kw_only=True):
    """A row that lies in a drawer; associated data binds it to its place."""

    __abstract__ = True

    drawer_id: Mapped[UUID] = mapped_column(index=True)
    key_version: Mapped[int]  # of the drawer's key that seals it
    seal_revision: Mapped[int]  # up with every sealing; stands in the associated data
    version: Mapped[int] = mapped_column(default=1)  # up with every edit by a person; the ETag
    recorded_by: Mapped[UUID]  # staff
    recorded_at: Mapped[datetime] = mapped_column(Instant)

    @override
    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Write a row only if it is still at the revision that was loaded."""
        return {"version_id_col": cls.__table__.c.seal_revision, "version_id_generator": False}


class CopiedContent(DrawerContent, kw_only=True):
    """A row that may be a copy of another unit's; author and instant are those of the original."""

    __abstract__ = True

    later: ClassVar[frozenset[str]] = frozenset(
        {"copied_of", "copied_version", "copied_by", "copied_at"}
    )

    copied_of: Mapped[UUID | None] = mapped_column(default=None)  # the row that it was copied from
    copied_version: Mapped[int | None] = mapped_column(default=None)  # of that row
    copied_by: Mapped[UUID | None] = mapped_column(default=None)  # staff
    copied_at: Mapped[datetime | None] = mapped_column(Instant, default=None)


class Entry(CopiedContent, kw_only=True):
    """A dated piece of history."""

    __tablename__ = "entries"
    __table_args__ = (
        Index("ix_entries_drawer_id_copied_of", "client_id", "drawer_id", "copied_of", unique=True),
    )

    kind: Mapped[bytes] = mapped_column(Sealed)  # an EntryKind
    occurred_on: Mapped[bytes] = mapped_column(Sealed)  # a day, ISO 8601
    title: Mapped[bytes] = mapped_column(Sealed)
    text: Mapped[bytes] = mapped_column(Sealed)


class Fact(CopiedContent, kw_only=True):
    """The answer to a catalogued question, found by a tag under the drawer's key."""

    __tablename__ = "facts"

    __table_args__ = (
        Index("ix_facts_drawer_id_tag", "client_id", "drawer_id", "question_tag", unique=True),
    )

    question_tag: Mapped[bytes]  # HMAC(drawer key, question)
    question: Mapped[bytes] = mapped_column(Sealed)  # key in the catalogue
    state: Mapped[bytes] = mapped_column(Sealed)  # a FactState
    value: Mapped[bytes] = mapped_column(Sealed)  # the answer as it is stored by the grammar
    told_on: Mapped[bytes] = mapped_column(Sealed)  # a day, ISO 8601


class Goal(DrawerContent, kw_only=True):
    """What the client wants to reach; travels with the story."""

    __tablename__ = "goals"

    title: Mapped[bytes] = mapped_column(Sealed)
    state: Mapped[bytes] = mapped_column(Sealed)  # a GoalState
    set_on: Mapped[bytes] = mapped_column(Sealed)  # a day, ISO 8601


class Progress(DrawerContent, kw_only=True):
    """A step on the way to a goal."""

    __tablename__ = "progress"

    goal_id: Mapped[UUID] = mapped_column(index=True)
    occurred_on: Mapped[bytes] = mapped_column(Sealed)  # a day, ISO 8601
    text: Mapped[bytes] = mapped_column(Sealed)


class SummaryParagraph(DrawerContent, kw_only=True):
    """A paragraph of the summary that the client has approved, in one category's drawer."""

    __tablename__ = "summary_paragraphs"

    text: Mapped[bytes] = mapped_column(Sealed)
    approved_on: Mapped[bytes] = mapped_column(Sealed)  # a day, ISO 8601


class SummaryVersion(DrawerContent, kw_only=True):
    """A paragraph of the summary as it once stood: its author, instant and version are kept."""

    __tablename__ = "summary_versions"

    paragraph_id: Mapped[UUID] = mapped_column(index=True)
    text: Mapped[bytes] = mapped_column(Sealed)
    approved_on: Mapped[bytes] = mapped_column(Sealed)  # a day, ISO 8601


class ConsentEvidence(DrawerContent, kw_only=True):
    """Who declared, interpreted, witnessed, signed; in the recording unit's evidence drawer."""

    __tablename__ = "consent_evidence"

    consent_id: Mapped[UUID] = mapped_column(index=True)  # or the refusal
    declarer: Mapped[bytes] = mapped_column(Sealed)  # a guardian's name, empty for the client
    authority: Mapped[bytes] = mapped_column(Sealed)  # ground of a guardian's authority
    interpreter: Mapped[bytes] = mapped_column(Sealed)  # name, and the undertaking
    witness: Mapped[bytes] = mapped_column(Sealed)  # of a spoken declaration
    reason: Mapped[bytes] = mapped_column(Sealed)  # why it was not written
    signature: Mapped[bytes] = mapped_column(Sealed)  # a picture in base64, or where the paper is
    receipt: Mapped[bytes] = mapped_column(Sealed)  # how the receipt was or may be handed out


class DisclosureContent(DrawerContent, kw_only=True):
    """What exactly was handed to a partner; in the acting unit's evidence drawer."""

    __tablename__ = "disclosure_contents"

    disclosure_id: Mapped[UUID] = mapped_column(index=True)
    told: Mapped[bytes] = mapped_column(Sealed)  # the pieces as they were told, canonical JSON


class DisclosureNote(DrawerContent, kw_only=True):
    """What a partner answered, or what made the cooperation hard; in the evidence drawer."""

    __tablename__ = "disclosure_notes"

    disclosure_id: Mapped[UUID] = mapped_column(index=True)
    kind: Mapped[bytes] = mapped_column(Sealed)  # a DisclosureNoteKind
    text: Mapped[bytes] = mapped_column(Sealed)

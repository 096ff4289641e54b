"""Documents: what is written about a file, the key of its content, and the content in chunks."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base
from caseflow.database.column_types import Sealed
from caseflow.database.tables.records import DrawerContent


class Document(DrawerContent, kw_only=True):
    """A file that was attached, as it is listed; what it holds is a `DocumentFile`."""

    __tablename__ = "documents"

    title: Mapped[bytes] = mapped_column(Sealed)
    kind: Mapped[bytes] = mapped_column(Sealed)  # a DocumentKind
    dated: Mapped[bytes] = mapped_column(Sealed)  # a day, ISO 8601
    note: Mapped[bytes] = mapped_column(Sealed)
    media_type: Mapped[bytes] = mapped_column(Sealed)  # empty: no file has come yet
    length: Mapped[bytes] = mapped_column(Sealed)  # of the file in bytes, decimal


class DocumentFile(DrawerContent, kw_only=True):
    """The content of a document; it has the document's id, and lies in the same drawer."""

    __tablename__ = "document_files"

    # Of the chunks: a new one whenever the content is another.
    file_id: Mapped[UUID]
    key: Mapped[bytes] = mapped_column(Sealed)  # of the chunks, hexadecimal
    length: Mapped[bytes] = mapped_column(Sealed)  # in bytes, decimal


class DocumentChunk(Base, kw_only=True):
    """One chunk of a file under the file's own key, so that turning a drawer leaves it alone."""

    __tablename__ = "document_chunks"

    client_id: Mapped[UUID] = mapped_column(primary_key=True)
    file_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)  # from 0
    drawer_id: Mapped[UUID] = mapped_column(index=True)
    sealed: Mapped[bytes] = mapped_column(Sealed)

"""second factors, and what a log-in or a passkey waits for between two requests

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0003
Follows: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "one_time_secrets",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_one_time_secrets_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_secrets")),
    )
    op.create_index(
        op.f("ix_one_time_secrets_staff_id"), "one_time_secrets", ["staff_id"], unique=False
    )
    op.create_table(
        "passkeys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_passkeys_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkeys")),
        sa.UniqueConstraint("credential_id", name=op.f("uq_passkeys_credential_id")),
    )
    op.create_index(op.f("ix_passkeys_staff_id"), "passkeys", ["staff_id"], unique=False)
    op.create_table(
        "recovery_codes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_recovery_codes_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_codes")),
    )
    op.create_index(
        op.f("ix_recovery_codes_staff_id"), "recovery_codes", ["staff_id"], unique=False
    )
    _upgrade_waiting()


def _upgrade_waiting() -> None:
    op.create_table(
        "log_in_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_digest", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("pair_id", sa.Uuid(), nullable=True),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_log_in_steps_staff_id")),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["staff_pairs.id"], name=op.f("fk_log_in_steps_pair_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_in_steps")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_log_in_steps_token_digest")),
    )
    op.create_index(op.f("ix_log_in_steps_staff_id"), "log_in_steps", ["staff_id"], unique=False)
    op.create_index(op.f("ix_log_in_steps_ends_at"), "log_in_steps", ["ends_at"], unique=False)
    op.create_table(
        "passkey_challenges",
        sa.Column("challenge", sa.LargeBinary(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("challenge", name=op.f("pk_passkey_challenges")),
    )
    op.create_index(
        op.f("ix_passkey_challenges_ends_at"), "passkey_challenges", ["ends_at"], unique=False
    )


def downgrade() -> None:
    # Whoever has a second factor sets it up anew: her password still opens her key.
    for table, columns in (
        ("passkey_challenges", ["ends_at"]),
        ("log_in_steps", ["ends_at", "staff_id"]),
        ("recovery_codes", ["staff_id"]),
        ("passkeys", ["staff_id"]),
        ("one_time_secrets", ["staff_id"]),
    ):
        for column in columns:
            op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
        op.drop_table(table)

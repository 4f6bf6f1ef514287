"""Residents in full: documents sealed with a key outside the database, needs, household, consent, merging."""

import sqlalchemy as sa
from alembic import op

from terminal.store.known_residents import seal_known_residents
from terminal.store.migrations.feed_triggers import announce_changes

revision = "0007"
down_revision = "0006"

MOMENT = sa.DateTime(timezone=True)
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOPICS = {"resident": "resident", "resident_need": "resident", "resident_link": "resident"}


def upgrade() -> None:
    op.alter_column("resident", "number", new_column_name="number_hash")
    op.add_column("resident", sa.Column("document", sa.String(length=20), server_default="resident", nullable=False))
    op.add_column("resident", sa.Column("number_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("resident", sa.Column("tail_hash", sa.String(length=18), nullable=True))
    op.add_column("resident", sa.Column("initials", sa.String(length=60), server_default=sa.text("''"), nullable=False))
    op.add_column("resident", sa.Column("birth", sa.Date(), nullable=True))
    op.add_column("resident", sa.Column("sex", sa.String(length=8), server_default=sa.text("''"), nullable=False))
    op.add_column("resident", sa.Column("nation", sa.String(length=30), server_default=sa.text("''"), nullable=False))
    op.add_column("resident", sa.Column("address", sa.String(length=200), server_default=sa.text("''"), nullable=False))
    op.add_column(
        "resident", sa.Column("community", sa.String(length=60), server_default=sa.text("''"), nullable=False)
    )
    op.add_column("resident", sa.Column("note", sa.String(length=200), server_default=sa.text("''"), nullable=False))
    op.add_column("resident", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    # One statement: SQLite adds no constraint to a table that is there, but a column that comes with one.
    big = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    merged_into = f"merged_into {big} CONSTRAINT fk_resident_merged_into REFERENCES resident (id)"
    op.execute(f"ALTER TABLE resident ADD COLUMN {merged_into}")
    op.create_index(
        "ix_resident_initials",
        "resident",
        ["centre", "initials", "id"],
        unique=False,
        postgresql_ops={"initials": "varchar_pattern_ops"},
    )
    op.create_index(
        "ix_resident_name",
        "resident",
        ["centre", "name", "id"],
        unique=False,
        postgresql_ops={"name": "varchar_pattern_ops"},
    )
    op.create_index("ix_resident_tail", "resident", ["centre", "tail_hash", "id"], unique=False)
    op.create_table(
        "resident_key",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("key_id", sa.String(length=32), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_resident_key_centre")),
        sa.PrimaryKeyConstraint("centre", name=op.f("pk_resident_key")),
    )
    op.create_table(
        "resident_need",
        sa.Column("resident_id", BIG_ID, nullable=False),
        sa.Column("need", sa.String(length=16), nullable=False),
        sa.Column("detail", sa.String(length=120), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_resident_need_resident_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("resident_id", "need", name=op.f("pk_resident_need")),
    )
    op.create_table(
        "resident_link",
        sa.Column("resident_id", BIG_ID, nullable=False),
        sa.Column("other_id", BIG_ID, nullable=False),
        sa.Column("relation", sa.String(length=12), nullable=False),
        sa.Column("household", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["other_id"], ["resident.id"], name=op.f("fk_resident_link_other_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_resident_link_resident_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("resident_id", "other_id", name=op.f("pk_resident_link")),
    )
    op.create_index("ix_resident_link_other", "resident_link", ["other_id"], unique=False)
    op.create_table(
        "resident_consent",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("resident_id", BIG_ID, nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("taken_by", sa.String(length=32), nullable=False),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_resident_consent_resident_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident_consent")),
    )
    op.create_index("ix_resident_consent_resident", "resident_consent", ["resident_id"], unique=False)
    op.create_table(
        "resident_merge",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("kept_id", BIG_ID, nullable=False),
        sa.Column("gone_id", BIG_ID, nullable=False),
        sa.Column("moved_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("undone_at", MOMENT, nullable=True),
        sa.Column("undone_by", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_resident_merge_centre")),
        sa.ForeignKeyConstraint(["gone_id"], ["resident.id"], name=op.f("fk_resident_merge_gone_id")),
        sa.ForeignKeyConstraint(["kept_id"], ["resident.id"], name=op.f("fk_resident_merge_kept_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident_merge")),
    )
    op.create_index("ix_resident_merge_gone", "resident_merge", ["gone_id"], unique=False)
    op.create_index("ix_resident_merge_kept", "resident_merge", ["kept_id"], unique=False)
    seal_known_residents(op.get_bind())
    announce_changes(TOPICS)

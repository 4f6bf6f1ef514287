"""Print jobs, the paper of each printer, and their topic in the change feed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True)
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOPICS = {"print_job": "printing", "printer_paper": "printing"}


def upgrade() -> None:
    op.create_table(
        "print_job",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("printer", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("ref", BIG_ID, nullable=True),
        sa.Column("title", sa.String(length=40), nullable=False),
        sa.Column("reprint", sa.Boolean(), nullable=False),
        sa.Column("copy_of", BIG_ID, nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("worker", sa.String(length=100), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("who", sa.String(length=32), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("dots", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'waiting') = (content IS NOT NULL)", name=op.f("ck_print_job_content_while_waiting")
        ),
        sa.ForeignKeyConstraint(["copy_of"], ["print_job.id"], name=op.f("fk_print_job_copy_of")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
    )
    still_open = sa.text("state IN ('waiting', 'sending', 'held')")
    op.create_index(
        "ix_print_job_open", "print_job", ["centre", "printer", "id"], unique=False,
        sqlite_where=still_open, postgresql_where=still_open,
    )  # fmt: skip
    first = sa.text("NOT reprint")
    op.create_index(
        "ix_print_job_first", "print_job", ["centre", "kind", "ref"], unique=True,
        sqlite_where=first, postgresql_where=first,
    )  # fmt: skip
    op.create_index("ix_print_job_printer", "print_job", ["centre", "printer", "id"], unique=False)
    op.create_table(
        "printer_paper",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("printer", sa.String(length=200), nullable=False),
        sa.Column("dots", BIG_ID, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("centre", "printer", name=op.f("pk_printer_paper")),
    )
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_triggers()
    else:
        _postgres_triggers()


def _sqlite_triggers() -> None:
    for topic in sorted(set(TOPICS.values())):
        op.execute(f"INSERT INTO change (topic, version) VALUES ('{topic}', 0)")  # noqa: S608 - our own constants
    for table, topic in TOPICS.items():
        for event in ("INSERT", "UPDATE", "DELETE"):
            body = f"UPDATE change SET version = version + 1 WHERE topic = '{topic}'"  # noqa: S608 - as above
            op.execute(f"CREATE TRIGGER feed_{table}_{event.lower()} AFTER {event} ON {table} BEGIN {body}; END")


def _postgres_triggers() -> None:
    for table, topic in TOPICS.items():
        op.execute(
            f"CREATE TRIGGER feed_{table} AFTER INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION onewindow_announce('{topic}')"
        )

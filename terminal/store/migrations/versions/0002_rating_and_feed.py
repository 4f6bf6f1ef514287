"""Ratings, and the triggers that feed changes to every screen."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.DateTime(timezone=True)
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Which topic a table belongs to. Triggers announce it, so no verb can forget to, and no other program that writes here.
TOPICS = {
    "centre": "counter",
    "staff": "counter",
    "counter": "counter",
    "counter_line": "counter",
    "line": "catalogue",
    "item": "catalogue",
    "material": "catalogue",
    "ticket": "ticket",
    "handling": "handling",
    "rating": "rating",
}


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("topic", sa.String(length=20), nullable=False),
        sa.Column("version", BIG_ID, nullable=False),
        sa.PrimaryKeyConstraint("topic", name=op.f("pk_change")),
    )
    op.create_table(
        "rating",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("handling_id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=True),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("bad", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=True),
        sa.Column("frame", sa.LargeBinary(), nullable=True),
        sa.Column("asked_at", MOMENT, nullable=True),
        sa.Column("until", MOMENT, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.CheckConstraint("(state = 'rated') = (key IS NOT NULL)", name=op.f("ck_rating_rated_has_key")),
        sa.CheckConstraint("(key IS NULL) = (score IS NULL)", name=op.f("ck_rating_key_has_score")),
        sa.ForeignKeyConstraint(
            ["centre", "counter"], ["counter.centre", "counter.number"], name=op.f("fk_rating_centre_counter")
        ),
        sa.ForeignKeyConstraint(["handling_id"], ["handling.id"], name=op.f("fk_rating_handling_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
        sa.UniqueConstraint("handling_id", name=op.f("uq_rating_handling_id")),
    )
    op.create_index("ix_rating_at", "rating", ["centre", "at"], unique=False)
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
    op.execute(
        "CREATE FUNCTION onewindow_announce() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN PERFORM pg_notify('onewindow', TG_ARGV[0]); RETURN NULL; END $$"
    )
    for table, topic in TOPICS.items():
        op.execute(
            f"CREATE TRIGGER feed_{table} AFTER INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION onewindow_announce('{topic}')"
        )

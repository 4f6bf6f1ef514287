"""The calendar, opening hours and the duty roster, with their topic in the change feed."""

import sqlalchemy as sa
from alembic import op

from terminal.store.migrations.feed_triggers import announce_changes
from terminal.store.published_days import add_published_days

revision = "0004"
down_revision = "0003"

MOMENT = sa.DateTime(timezone=True)
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOPICS = {
    "calendar_year": "plan",
    "calendar_day": "plan",
    "hours_plan": "plan",
    "hours_span": "plan",
    "staff_line": "plan",
    "shift": "plan",
    "post": "plan",
    "leave": "plan",
    "roster": "plan",
    "duty": "plan",
    "swap": "plan",
}


def upgrade() -> None:
    op.create_table(
        "calendar_day",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=4), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_calendar_day_centre")),
        sa.PrimaryKeyConstraint("centre", "day", name=op.f("pk_calendar_day")),
    )
    op.create_table(
        "calendar_year",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_calendar_year_centre")),
        sa.PrimaryKeyConstraint("centre", "year", name=op.f("pk_calendar_year")),
    )
    op.create_table(
        "roster",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.Column("published_by", sa.String(length=32), nullable=False),
        sa.CheckConstraint("until >= since", name=op.f("ck_roster_until_not_before_since")),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_roster_centre")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster")),
    )
    op.create_table(
        "shift",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("opens", sa.Integer(), nullable=False),
        sa.Column("closes", sa.Integer(), nullable=False),
        sa.Column("days", sa.String(length=4), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "0 <= opens AND opens < closes AND closes <= 1440", name=op.f("ck_shift_opens_before_closes")
        ),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_shift_centre")),
        sa.PrimaryKeyConstraint("centre", "code", name=op.f("pk_shift")),
    )
    op.create_table(
        "hours_plan",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("line", sa.String(length=1), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("follows_centre", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.CheckConstraint("until IS NULL OR until >= since", name=op.f("ck_hours_plan_until_not_before_since")),
        sa.ForeignKeyConstraint(
            ["centre", "line"], ["line.centre", "line.letter"], name=op.f("fk_hours_plan_centre_line")
        ),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_hours_plan_centre")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hours_plan")),
    )
    op.create_index("ix_hours_plan_centre", "hours_plan", ["centre", "since"], unique=False)
    op.create_table(
        "leave",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.CheckConstraint("until >= since", name=op.f("ck_leave_until_not_before_since")),
        sa.ForeignKeyConstraint(
            ["centre", "staff"], ["staff.centre", "staff.code"], name=op.f("fk_leave_centre_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave")),
    )
    op.create_table(
        "staff_contact",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("phone", sa.String(length=24), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "staff"], ["staff.centre", "staff.code"], name=op.f("fk_staff_contact_centre_staff")
        ),
        sa.PrimaryKeyConstraint("centre", "staff", name=op.f("pk_staff_contact")),
    )
    op.create_table(
        "staff_line",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("line", sa.String(length=1), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "line"], ["line.centre", "line.letter"], name=op.f("fk_staff_line_centre_line")
        ),
        sa.ForeignKeyConstraint(
            ["centre", "staff"], ["staff.centre", "staff.code"], name=op.f("fk_staff_line_centre_staff")
        ),
        sa.PrimaryKeyConstraint("centre", "staff", "line", name=op.f("pk_staff_line")),
    )
    op.create_table(
        "duty",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("roster_id", BIG_ID, nullable=True),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("shift", sa.String(length=16), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("opens", sa.Integer(), nullable=False),
        sa.Column("closes", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("fixed", sa.Boolean(), nullable=False),
        sa.Column("arrived_at", MOMENT, nullable=True),
        sa.Column("left_at", MOMENT, nullable=True),
        sa.Column("absent", sa.String(length=120), nullable=True),
        sa.CheckConstraint(
            "0 <= opens AND opens < closes AND closes <= 1440", name=op.f("ck_duty_opens_before_closes")
        ),
        sa.ForeignKeyConstraint(
            ["centre", "counter"], ["counter.centre", "counter.number"], name=op.f("fk_duty_centre_counter")
        ),
        sa.ForeignKeyConstraint(["centre", "shift"], ["shift.centre", "shift.code"], name=op.f("fk_duty_centre_shift")),
        sa.ForeignKeyConstraint(["centre", "staff"], ["staff.centre", "staff.code"], name=op.f("fk_duty_centre_staff")),
        sa.ForeignKeyConstraint(["roster_id"], ["roster.id"], name=op.f("fk_duty_roster_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
    )
    op.create_index(
        "ix_duty_in_force",
        "duty",
        ["centre", "day", "shift", "counter"],
        unique=True,
        sqlite_where=sa.text("in_force"),
        postgresql_where=sa.text("in_force"),
    )
    op.create_index("ix_duty_roster", "duty", ["roster_id", "day"], unique=False)
    op.create_table(
        "hours_span",
        sa.Column("plan_id", BIG_ID, nullable=False),
        sa.Column("days", sa.String(length=4), nullable=False),
        sa.Column("opens", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("closes", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.CheckConstraint(
            "0 <= opens AND opens < closes AND closes <= 1440", name=op.f("ck_hours_span_opens_before_closes")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["hours_plan.id"], name=op.f("fk_hours_span_plan_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("plan_id", "days", "opens", name=op.f("pk_hours_span")),
    )
    op.create_table(
        "post",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("shift", sa.String(length=16), nullable=False),
        sa.Column("counter", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "counter"], ["counter.centre", "counter.number"], name=op.f("fk_post_centre_counter")
        ),
        sa.ForeignKeyConstraint(["centre", "shift"], ["shift.centre", "shift.code"], name=op.f("fk_post_centre_shift")),
        sa.PrimaryKeyConstraint("centre", "shift", "counter", name=op.f("pk_post")),
    )
    op.create_table(
        "swap",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("duty_id", BIG_ID, nullable=False),
        sa.Column("other_duty_id", BIG_ID, nullable=True),
        sa.Column("asked_by", sa.String(length=32), nullable=False),
        sa.Column("with_staff", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "asked_by"], ["staff.centre", "staff.code"], name=op.f("fk_swap_centre_asked_by")
        ),
        sa.ForeignKeyConstraint(
            ["centre", "with_staff"], ["staff.centre", "staff.code"], name=op.f("fk_swap_centre_with_staff")
        ),
        sa.ForeignKeyConstraint(["duty_id"], ["duty.id"], name=op.f("fk_swap_duty_id")),
        sa.ForeignKeyConstraint(["other_duty_id"], ["duty.id"], name=op.f("fk_swap_other_duty_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_swap")),
    )
    announce_changes(TOPICS)
    connection = op.get_bind()
    for (centre,) in connection.execute(sa.text("SELECT code FROM centre")).all():
        add_published_days(connection, centre)

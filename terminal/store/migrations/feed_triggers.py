"""Triggers that tell the change feed of a table's changes; see ``terminal.store.feed``."""

from __future__ import annotations

from collections.abc import Mapping

from alembic import op


def announce_changes(topics: Mapping[str, str]) -> None:
    """From now on a change of a table is announced under its topic; the names are the caller's own constants."""
    if op.get_bind().dialect.name == "sqlite":
        _on_sqlite(topics)
        return
    for table, topic in topics.items():
        op.execute(
            f"CREATE TRIGGER feed_{table} AFTER INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION onewindow_announce('{topic}')"
        )


def _on_sqlite(topics: Mapping[str, str]) -> None:
    for topic in sorted(set(topics.values())):
        op.execute(f"INSERT INTO change (topic, version) VALUES ('{topic}', 0) ON CONFLICT DO NOTHING")  # noqa: S608
    for table, topic in topics.items():
        for event in ("INSERT", "UPDATE", "DELETE"):
            body = f"UPDATE change SET version = version + 1 WHERE topic = '{topic}'"  # noqa: S608 - as above
            op.execute(f"CREATE TRIGGER feed_{table}_{event.lower()} AFTER {event} ON {table} BEGIN {body}; END")

"""Is the database sound? The database's own checks, in words."""

from __future__ import annotations

from sqlalchemy import Engine, func, inspect, select

from terminal.model import Base
from terminal.store.faults import faults

MOST = 100  # lines of one check; more would say nothing new


def faults_of(engine: Engine) -> list[str]:
    """What the database finds wrong with itself; empty when nothing is. Raises DatabaseFault when it is away."""
    with faults(), engine.connect() as connection:
        missing = sorted(Base.metadata.tables.keys() - set(inspect(connection).get_table_names()))
        found = [f"table {name} is missing" for name in missing]
        if engine.dialect.name != "sqlite":
            # PostgreSQL checks pages as it reads them and holds references at all times; what can be asked of it from
            # here is that every table reads to its end.
            for table in Base.metadata.sorted_tables:
                if table.name not in missing:
                    connection.execute(select(func.count()).select_from(table))
            return found
        damage = [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})")]
        found += [line for line in damage if line != "ok"]
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MOST)
        return found + [
            f"{table} row {row} refers to a {parent} that is not there" for table, row, parent, _ in orphans
        ]

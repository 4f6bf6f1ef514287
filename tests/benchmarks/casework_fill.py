"""A centre of many years in minutes: residents and cases made by the database itself, without ours or anybody's names.

Both databases run the same statements; only how they count up and write a day differs. Surnames are as uneven as real
ones, so that one letter hits very many people. Numbers of documents share a few sealed ones; their last four characters
are hashed as the vault does it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, text

from terminal.office.office import Office
from tests.office.people import number_of

# One character of a name each, and its initial; the first ones come more often.
SURNAMES: Final = (
    "王王王王王王王李李李李李李李张张张张张张刘刘刘刘刘陈陈陈陈杨杨杨黄黄黄赵赵赵吴吴周周"
    "徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾"
)
SURNAME_LETTERS: Final = "wwwwwwwlllllllzzzzzzlllllccccyyyhhhzzzwwzzxsmzhghlglzlxstxhfdcpz"
GIVEN: Final = "伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰建国红梅春燕文斌志海云波宁雪鹏飞辉鑫"
GIVEN_LETTERS: Final = "wfnxmjlqljyyyjjtmcxpggyhyljghmcywbzhybnxpfhx"
UNFINISHED: Final = 60_000
SHOWN: Final = 2_000  # of the last cases have all that a case may have

_RESIDENTS = """
INSERT INTO resident (id, centre, document, number_hash, number_sealed, tail_hash, name, initials, phone, birth, sex,
    nation, address, community, note, version, since)
SELECT n, :centre, 'resident', 'h' || n, :sealed, tail.hash,
    substr(CAST(:surnames AS text), 1 + n % :surname_count, 1)
        || substr(CAST(:given AS text), 1 + n / 64 % :given_count, 1)
        || substr(CAST(:given AS text), 1 + n / 2816 % :given_count, 1),
    substr(CAST(:surname_letters AS text), 1 + n % :surname_count, 1)
        || substr(CAST(:given_letters AS text), 1 + n / 64 % :given_count, 1)
        || substr(CAST(:given_letters AS text), 1 + n / 2816 % :given_count, 1),
    '139' || (10000000 + n), '1960-01-01', '', '', '', '', '', 1, {since}
FROM ({numbers}) AS counted JOIN tail ON tail.place = counted.n % 10000
"""
# Nine of ten people have cases; the last ones are unfinished in every state.
_CASES = """
INSERT INTO service_case (id, centre, number, code, item, resident_id, agent_relation, proxy, source, state,
    received_at, received_by, limit_days, promised_on, promised_certain, extended_days, risk_on, responsible, holding,
    moved_at, result, delivery, deliver_to, reminded, version, ended_at)
SELECT n, :centre, 'LC01-' || (2017 + n * 10 / (:cases + 1)) || '-BJ-' || (10000 + n), 'K' || (1000000 + n),
    item.code, 1 + CAST(n AS bigint) * 7919 % (:residents * 9 / 10), '', n % 20 = 0, 'counter',
    CASE WHEN n > :cases - :unfinished THEN substr(CAST(:open_states AS text), 1 + n % 10 * 12, 12)
        WHEN n % 50 = 0 THEN 'withdrawn' WHEN n % 20 = 1 THEN 'refused' ELSE 'delivered' END,
    {received}, '', 20, {promised}, 1 = 1, 0,
    CASE WHEN n > :cases - :unfinished THEN {risk} END, staff.code, 'first_asked', {received}, '', 'collect', '', '',
    1, CASE WHEN n > :cases - :unfinished THEN NULL ELSE {received} END
FROM ({numbers}) AS counted JOIN bench_item AS item ON item.place = counted.n % :items
    JOIN bench_staff AS staff ON staff.place = counted.n % :staff
"""
_MOVES = """
INSERT INTO case_move (case_id, at, "by", move, from_state, to_state, note, approved_by, promised_on, details)
SELECT id, received_at, responsible, 'accept', 'received', 'accepted', '', '', promised_on, ''
FROM service_case WHERE id > :first
"""
_MATERIALS = """
INSERT INTO case_material (case_id, position, name, originals, copies, mandatory, state, got_originals, got_copies, why,
    to_return, place, here, hand, outcome)
SELECT id, position, '居民身份证', 1, 1, 1 = 1, 'received', 1, 1, '', 0, '', 1 = 1, '', 1 = 0
FROM service_case, (SELECT 1 AS position UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) AS four
WHERE id > :first
"""
_HOLDERS = """
INSERT INTO case_holder (case_id, staff, holding, since, reason, "by")
SELECT id, responsible, 'first_asked', received_at, '', '' FROM service_case WHERE id > :first
"""
_NOTICES = """
INSERT INTO notice (centre, number, form, title, fingerprint, case_id, resident_id, values_sealed, state, issued_at,
    issued_by, handed_to, void_reason)
SELECT centre, 'LC01-2026-SL-' || id, 'acceptance-receipt', '受理回执', '', id, resident_id, :sealed, 'issued',
    received_at, responsible, '', ''
FROM service_case WHERE id > :first_notice
"""
_OPEN_STATES: Final = (
    "in_progress", "in_progress", "in_progress", "accepted", "accepted", "received", "to_correct", "special",
    "granted", "notified",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a database counts up to :many, and writes moments and days of case n of :cases."""

    numbers: str
    since: str
    received: str
    promised: str
    risk: str


_SQLITE = Dialect(
    "WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < :many) SELECT n FROM up",
    "'2017-01-01 00:00:00.000000'",
    "strftime('%Y-%m-%d %H:%M:%S.000000', '2026-11-22', '-' || (3600 - n * 3600 / :cases) || ' days')",
    "date('2026-11-17', '+' || (n % 47) || ' days')",
    "date('2026-11-17', '+' || (n % 47 - 3) || ' days')",
)
_POSTGRES = Dialect(
    "SELECT generate_series(1, CAST(:many AS int)) AS n",
    "timestamptz '2017-01-01 00:00:00+00'",
    "timestamptz '2026-11-22 00:00:00+00'"
    " - make_interval(days => CAST(3600 - CAST(n AS bigint) * 3600 / :cases AS int))",
    "date '2026-11-17' + (n % 47)",
    "date '2026-11-17' + (n % 47 - 3)",
)


def fill(office: Office, residents: int, cases: int) -> None:
    """Residents 1… and cases 1… in one transaction each, the indexes made afterwards as a restore makes them."""
    sqlite = office.store.engine.dialect.name == "sqlite"
    dialect = _SQLITE if sqlite else _POSTGRES
    with office.store.reading() as session:
        vault = office.room.vault(session)
    tails = [{"n": n, "hash": vault.tail(f"{n:04d}")} for n in range(10_000)]
    values: dict[str, object] = {
        "centre": office.centre, "sealed": vault.seal(number_of(1)), "surnames": SURNAMES, "given": GIVEN,
        "surname_letters": SURNAME_LETTERS, "given_letters": GIVEN_LETTERS, "surname_count": len(SURNAMES),
        "given_count": len(GIVEN), "residents": residents, "cases": cases, "unfinished": min(UNFINISHED, cases // 2),
        "open_states": "".join(state.ljust(12) for state in _OPEN_STATES), "first": cases - SHOWN,
        "first_notice": cases * 9 // 10,
    }  # fmt: skip
    with office.store.writing() as session:
        connection = session.connection()
        made = _without_indexes(connection, sqlite)
        connection.execute(text("CREATE TEMP TABLE tail (place int PRIMARY KEY, hash varchar(18))"))
        connection.execute(text("INSERT INTO tail VALUES (:n, :hash)"), tails)
        for name in ("item", "staff"):
            connection.execute(
                text(
                    f"CREATE TEMP TABLE bench_{name} AS SELECT code, row_number() OVER (ORDER BY code) - 1 AS place "
                    f"FROM {name} WHERE centre = '{office.centre}'"
                )
            )
            counted = connection.scalar(text(f"SELECT count(*) FROM bench_{name}"))
            values["items" if name == "item" else name] = counted
        _run(connection, _RESIDENTS, dialect, values | {"many": residents})
        _run(connection, _CASES, dialect, values | {"many": cases})
        connection.execute(text("UPDATE service_case SET state = rtrim(state) WHERE ended_at IS NULL"))
        decided = "UPDATE service_case SET risk_on = NULL WHERE state NOT IN ('received', 'accepted', 'in_progress')"
        connection.execute(text(decided + " AND ended_at IS NULL"))
        for statement in (_MOVES, _MATERIALS, _HOLDERS, _NOTICES):
            _run(connection, statement, dialect, values)
        for statement in made:
            connection.exec_driver_sql(statement)
    if not sqlite:  # as PostgreSQL does by itself in time; SQLite never gathers statistics by itself
        with office.store.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")


def _run(connection: Connection, template: str, dialect: Dialect, values: dict[str, object]) -> None:
    statement = template.replace("{numbers}", dialect.numbers)
    for field in ("since", "received", "promised", "risk"):
        statement = statement.replace(f"{{{field}}}", getattr(dialect, field))
    made = text(statement)
    connection.execute(made, {name: values[name] for name in made.compile().params})


def _without_indexes(connection: Connection, sqlite: bool) -> list[str]:
    """Drop the indexes, and on PostgreSQL stop the feed for this transaction; returns what makes the indexes again."""
    tables = ("resident", "service_case", "notice")
    if sqlite:
        query = f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN {tables}"
        connection.exec_driver_sql("PRAGMA cache_size = -400000")
    else:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '512MB'")
        query = (
            "SELECT indexname, indexdef FROM pg_indexes WHERE "
            f"tablename IN {tables} AND NOT indexdef LIKE 'CREATE UNIQUE%'"
        )
    found = [
        (str(name), str(made))
        for name, made in connection.exec_driver_sql(query.replace("%'", "%%'") if not sqlite else query)
    ]
    for name, _ in found:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    return [made for _, made in found]

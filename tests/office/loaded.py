"""What the fork server loads before it forks: all that a worker would else load and set up for itself, again and again.

Importing this opens nothing: a connection cannot be shared with what is forked off.
"""

from __future__ import annotations

from importlib import import_module

from sqlalchemy.orm import configure_mappers

WORK = (
    "tests.devices.delivery_workers",
    "tests.office.booking_workers",
    "tests.office.case_workers",
    "tests.office.import_workers",
    "tests.office.outbox_workers",
    "tests.office.printers",
    "tests.office.request_workers",
    "tests.office.resident_workers",
    "tests.office.roster_workers",
)
# What the program imports where it needs it.
LATER = (
    "cryptography.exceptions",
    "cryptography.hazmat.primitives.ciphers",
    "cryptography.hazmat.primitives.hashes",
    "cryptography.hazmat.primitives.hmac",
    "forms.catalogue",
    "pypinyin",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.pysqlite",
)

for name in WORK + LATER:
    import_module(name)
configure_mappers()

"""Alembic's entry: runs on the connection that ``terminal.store.schema`` hands over, inside its transaction."""

from alembic import context

from terminal.model import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()

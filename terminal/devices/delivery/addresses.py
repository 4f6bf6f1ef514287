"""Addresses as they may be shown."""

from __future__ import annotations


def hidden(address: str) -> str:
    """A URL without what is secret in it: its scheme, and nothing more. A telephone number stays as it is."""
    scheme, found, _ = address.partition("://")
    return f"{scheme}://…" if found else address

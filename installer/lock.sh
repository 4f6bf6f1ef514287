#!/bin/sh
# Writes requirements.lock and requirements-dev.lock from pyproject.toml, for every platform that we run on.
# Versions already locked stay as they are unless pyproject.toml rules them out; `--upgrade` takes the latest of all.
# Needs uv (only here; installing needs pip alone): `make lock` puts it into .venv when it is missing.
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .venv/bin/uv)
[ -x "$uv" ] || .venv/bin/python -m pip --disable-pip-version-check --no-input install --quiet uv

lock() {
    # --no-config: a mirror or a local path of the machine that locks must not end up in the files.
    "$uv" pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-annotate \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@" pyproject.toml
}
lock "$@" --output-file requirements.lock
lock "$@" --extra dev --constraint requirements.lock --output-file requirements-dev.lock

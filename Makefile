# Everything runs in .venv, which the first target needed makes ready; later it is left alone until the lock changes.
PYTHON ?= python3
RUN := .venv/bin/python
READY := .venv/.ready
UPGRADE ?=

.PHONY: run test lint setup bench shots translations lock clean
.DEFAULT_GOAL := run

run: $(READY)  ## a centre with simulated devices: windows on a display, else one visit into demo-output/
	$(RUN) -m terminal demo

test: lint  ## everything that must hold before a change goes in
	$(RUN) -m pytest -n 3  # most tests wait for a line, not for a processor

lint: $(READY)
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	.venv/bin/lint-imports --no-logo

setup: $(READY)

$(READY): requirements-dev.lock pyproject.toml installer/setup.sh installer/qt_libraries.py
	@PYTHON="$(PYTHON)" sh installer/setup.sh
	@touch $@

bench: $(READY)  ## figures as ratios against a yardstick measured in the same run
	$(RUN) -m tests.benchmarks

shots: $(READY)  ## the pictures of each screen
	$(RUN) -m tests.shots

translations: $(READY)  ## collect the strings to translate, and compile the translations
	$(RUN) -m resources.translations.update

lock: $(READY)  ## write the lock files anew (UPGRADE=--upgrade takes the latest versions)
	sh installer/lock.sh $(UPGRADE)

clean:
	rm -rf .venv build dist demo-output .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The commands of the house. `make` alone prints them; continuous integration runs exactly these.

PYTHON ?= python3
SHARED ?= ../shared
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
# A worker goes through neighbours, which share what a module sets up, and then takes from the other's end.
TWO := -n 2 --dist worksteal
# Only the keeper of the lock needs uv; set-up does with pip alone.
UV_VERSION := 0.13.8

# Compiled once, and not again by each worker and by each process that a test starts.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup check fix browser test test-long acceptance lock run shots bench-measures bench-reading

help: ## print this list
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) \
	  | awk -F'|' '{ printf "  make %-15s %s\n", $$1, $$2 }'

setup: $(BIN)/shishi ## make .venv from the hashed lock; leaves .venv/bin/shishi

# Touched only when everything went in, so that a broken set-up is taken up again.
.venv/locked: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "make setup: $(PYTHON) is older than 3.11; name a newer one: make setup PYTHON=python3.12"; exit 1; }
	test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	@echo "make setup: installing the locked packages into .venv; half a minute or less, then never again"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@touch $@

$(BIN)/shishi: .venv/locked pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

check: setup ## format, lint, types, floors and house rules; under a minute
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -q tests/test_house.py tests/house
	@$(BIN)/python -m tests.house.sizes

fix: setup ## format, and mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

browser: setup ## Chromium for the browser tests: the one that is here, CHROME=…, or Debian's where root
	@$(BIN)/python -m tests.web.browser.chromium

test: setup browser ## the office on PostgreSQL, then the whole suite; under 10 minutes on 2 cores
	SHISHI_TEST_DATABASE=postgres $(PYTEST) $(TWO) -m "not long" --ignore=tests/web/browser tests/web
	$(PYTEST) $(TWO) -m "not long"
	@$(BIN)/python -m tests.web.browser.chromium --remind

test-long: setup ## what takes longer: fuzz, kills, races; under an hour
	$(PYTEST) $(TWO) -m long

acceptance: setup browser ## read the five real pages in SHARED and compare with what a careful person reads
	$(BIN)/python -m tests.acceptance $(SHARED)

# Settings come from the environment: docs/operators.md.
run: setup ## the office and the public site with a demo, on this machine only; Ctrl-C stops them
	@$(BIN)/shishi demo
	@exec $(BIN)/shishi serve

# The demo in a folder that is gone afterwards; every screen at 1280 and 390 px, light and dark.
shots: setup browser ## pictures of every screen into OUT, to be looked at
	@test -n "$(OUT)" || { echo "make shots OUT=folder"; exit 1; }
	@$(BIN)/python -m tests.web.browser.shots $(OUT)

# The peers have an environment of their own inside .venv, and their own lock.
.venv/bench-%/locked: requirements-bench-%.lock
	test -x $(@D)/bin/pip || $(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

bench-reading: setup .venv/bench-reading/locked ## our reading of tables beside others, same tables; growth; pages a second
	@$(BIN)/python -m benchmarks.reading .venv/bench-reading/bin/python

bench-measures: setup .venv/bench-measures/locked ## our reading of numbers beside others, same sentences: F1 and speed
	@$(BIN)/python -m benchmarks.measures .venv/bench-measures/bin/python $(SHARED)

lock: setup ## choose newer versions and write requirements.lock again
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(BIN)/uv pip compile pyproject.toml --group dev --all-extras --upgrade --quiet \
	  --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	  --output-file requirements.lock
	$(BIN)/uv pip compile --group bench-reading --upgrade --quiet \
	  --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	  --output-file requirements-bench-reading.lock
	$(BIN)/uv pip compile --group bench-measures --upgrade --quiet --prerelease allow \
	  --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	  --output-file requirements-bench-measures.lock

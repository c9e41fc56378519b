# Two commands: `make demo` shows the program at work, `make test` checks it. Both set up .venv by themselves.
# PYTHON names the Python to build on (3.11 or newer); its pip (22.3 or newer) fills .venv, which has no pip of its own at first.

PYTHON ?= python3
UV ?= uv

BIN := .venv/bin
PY := $(BIN)/python
INSTALL := $(PYTHON) -m pip --python .venv --disable-pip-version-check install --quiet --no-input
LOCK := $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --group build \
	--custom-compile-command "make lock"

# Tests start workers by the hundred; without bytecode each would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test install install-dev tests style types contracts bench fuzz build docs lock clean

help:
	@echo "make demo    install, aggregate a sample week, write its Word report (begins demo/ anew)"
	@echo "make test    install what tests need, run every check"
	@echo "make bench   what --help, one file and many files cost, beside other programs"
	@echo "make docs    write docs/rules anew from the catalogue"
	@echo "make fuzz    two thousand damaged files: no crash, no silent wrong figure"
	@echo "make lock    resolve the dependencies anew (needs uv)"
	@echo "make clean   remove .venv, demo/ and what tools left behind"

demo: install
	@rm -rf demo
	$(BIN)/tuyentruyen init demo --sample
	cd demo && ../$(BIN)/tuyentruyen aggregate week-05
	cd demo && ../$(BIN)/tuyentruyen render --to docx
	@echo
	@echo "The report of week 05, and the sheet of problems for the office:"
	@find "$(CURDIR)/demo/reports" -name '*.docx'

# Every check runs, whatever failed before it; pytest comes last, so that its closing line is the last thing said.
test: install-dev
	@failed=; \
	for check in style types contracts tests; do \
		$(MAKE) --no-print-directory $$check || failed="$$failed $$check"; \
	done; \
	if [ -n "$$failed" ]; then echo "make test: failed:$$failed" >&2; exit 1; fi

style: install-dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check

types: install-dev
	$(PY) -m mypy

contracts: install-dev
	$(BIN)/lint-imports --no-logo

tests: install-dev
	$(PY) -m pytest -n auto

bench: install-dev
	$(PY) benchmarks/startup.py
	$(PY) benchmarks/speed.py

fuzz: install
	$(PY) benchmarks/fuzz.py --mutants 2000

build: install-dev
	$(PY) -m hatchling build

docs: install-dev
	$(PY) tools/build_rule_docs.py
	$(PY) tools/keep_schema.py

install: .venv/.installed
install-dev: .venv/.installed-dev

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import pip, re, sys; sys.exit(tuple(map(int, re.findall(r"\d+", pip.__version__)[:2])) < (22, 3))' \
		|| { echo "pip 22.3 or newer is needed for $(PYTHON) (Debian, Ubuntu: apt install python3-pip)" >&2; exit 1; }
	$(PYTHON) -m venv --without-pip .venv

.venv/.installed: .venv/pyvenv.cfg requirements.lock pyproject.toml
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	$(PY) -m compileall -q src
	@touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

lock:
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraints requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf .venv demo dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage*

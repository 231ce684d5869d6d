# make run          set up .venv and check a few headlines against the shipped statement
# make test         set up .venv and run every test
# make test-extras  run the tests that need pre-commit, Polars, PySpark (with a Java) or the package index as well
# make test-lowest  run the tests with the lowest versions of all dependencies that pyproject.toml allows
# make test-newest  run the tests with the newest; another Python is tried with PYTHON=python3.14
# make lint         style, formatting and types
# make bench        how fast: the start, and a headline
# make compiled     build a wheel for this machine with the judging compiled (needs a compiler of C): in dist/
# make fit          fit the weights of the judge again, and say how good they are
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SAMPLE := bench/sample-headlines.txt
fresh = $(BIN)/uv venv --quiet --clear --python $(PYTHON) $(VENV)/$(1)

.PHONY: run test test-extras test-lowest test-newest lint bench bench-write compiled fit clean

$(VENV)/run.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) -e .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp
	$(PIP) -e '.[test]'
	@touch $@

$(VENV)/extras.stamp: $(VENV)/test.stamp
	$(PIP) -e '.[test,extras,polars,spark]'
	@touch $@

$(VENV)/uv.stamp: $(VENV)/run.stamp
	$(PIP) uv
	@touch $@

$(VENV)/dev.stamp: $(VENV)/test.stamp
	$(PIP) -e '.[test,fit,dev]'
	@touch $@

run: $(VENV)/run.stamp
	$(BIN)/claimcheck batch --fail-on never $(SAMPLE)

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest

test-extras: $(VENV)/extras.stamp
	CLAIMCHECK_INDEX=1 $(BIN)/python -m pytest

test-lowest: $(VENV)/uv.stamp
	$(call fresh,lowest)
	$(BIN)/uv pip install --python $(VENV)/lowest/bin/python --resolution lowest-direct -e '.[test,extras,polars,spark]'
	$(VENV)/lowest/bin/python -m pytest

test-newest: $(VENV)/uv.stamp
	$(call fresh,newest)
	$(BIN)/uv pip install --python $(VENV)/newest/bin/python -e '.[test,extras,polars,spark]'
	CLAIMCHECK_INDEX=1 $(VENV)/newest/bin/python -m pytest

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/dev.stamp
	$(BIN)/python bench/run.py

bench-write: $(VENV)/dev.stamp
	$(BIN)/python bench/run.py --write

compiled: $(VENV)/run.stamp
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 HATCH_BUILD_CLEAN_HOOKS_AFTER=1 $(BIN)/python -m pip wheel --no-deps -w dist .

fit: $(VENV)/dev.stamp
	$(BIN)/python bench/fit.py

clean:
	rm -rf $(VENV) build dist

# make run          set up .venv and check a few headlines against the shipped statement
# make test         set up .venv and run every test
# make test-extras  run the tests that need pre-commit as well
# make lint         style, formatting and types
# make bench        how fast: the start, and a headline
# make fit          fit the weights of the judge again, and say how good they are
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SAMPLE := bench/sample-headlines.txt

.PHONY: run test test-extras lint bench fit clean

$(VENV)/run.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) -e .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp
	$(PIP) -e '.[test]'
	@touch $@

$(VENV)/extras.stamp: $(VENV)/test.stamp
	$(PIP) -e '.[test,extras]'
	@touch $@

$(VENV)/dev.stamp: $(VENV)/test.stamp
	$(PIP) -e '.[test,fit,dev]'
	@touch $@

run: $(VENV)/run.stamp
	$(BIN)/claimcheck batch --fail-on never $(SAMPLE)

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest

test-extras: $(VENV)/extras.stamp
	$(BIN)/python -m pytest

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/dev.stamp
	$(BIN)/python bench/run.py

fit: $(VENV)/dev.stamp
	$(BIN)/python bench/fit.py

clean:
	rm -rf $(VENV) build dist

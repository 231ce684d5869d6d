# make run     set up .venv and check a few headlines against the shipped statement
# make test    set up .venv and run every test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := bench/sample-headlines.txt

.PHONY: run test test-extras lint bench fit clean

$(VENV)/run.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

$(VENV)/dev.stamp: $(VENV)/test.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,fit,dev]'
	@touch $@

run: $(VENV)/run.stamp
	$(BIN)/claimcheck batch --fail-on never $(SAMPLE)

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fit: $(VENV)/dev.stamp
	$(BIN)/python bench/fit.py

clean:
	rm -rf $(VENV) build dist

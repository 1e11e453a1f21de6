# make run | test | test-deep | check | canvas | docs | permissions | pictures | bench: each does its own set-up.

VENV := .venv
PYTHON := $(VENV)/bin/python
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
FRONTEND := designer/frontend
TOOLS := $(addprefix tests/tools/,setup.py programs.py package-lock.json) $(FRONTEND)/package-lock.json
TEST_PATHS := .:tests:tests/helpers:tests/helpers/browser:tests/helpers/real_tools
TWO_WORKERS := -n 2 --dist worksteal

.DEFAULT_GOAL := run
.PHONY: run test test-deep check canvas docs permissions pictures bench

run: $(VENV)/run.stamp
	$(VENV)/bin/streamlit run designer/app.py

test: $(VENV)/dev.stamp
	$(PYTHON) -m pytest $(TWO_WORKERS)

test-deep: $(VENV)/dev.stamp
	DESIGNER_TESTS=deep $(PYTHON) -m pytest $(TWO_WORKERS) -m deep

check: $(VENV)/dev.stamp
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	cd $(FRONTEND) && npm run --silent check

canvas: $(VENV)/dev.stamp
	$(PYTHON) -m designer.components.typescript
	cd $(FRONTEND) && npm run --silent build

docs: $(VENV)/run.stamp
	$(PYTHON) -m schemas.validator.rule_docs

permissions: $(VENV)/dev.stamp
	PYTHONPATH=$(TEST_PATHS) $(PYTHON) tests/exporters/permissions/plugin_comparison.py

pictures: $(VENV)/dev.stamp
	PYTHONPATH=$(TEST_PATHS) $(PYTHON) tests/exporters/formats/pictures/flow_pictures.py
	PYTHONPATH=$(TEST_PATHS) $(PYTHON) tests/e2e/pictures.py

bench: $(VENV)/dev.stamp
	PYTHONPATH=$(TEST_PATHS) $(PYTHON) -m bench.run $(ONLY)

$(PYTHON):
	python3 -m venv $(VENV)

$(VENV)/run.stamp: pyproject.toml constraints.txt | $(PYTHON)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/dev.stamp: pyproject.toml constraints.txt $(TOOLS) | $(PYTHON)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	$(PYTHON) tests/tools/setup.py
	touch $(VENV)/run.stamp $@

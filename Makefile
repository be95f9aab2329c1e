# Yusuan. Needs Python 3.11, 3.12 or 3.13, make and git; everything else is installed into .venv.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
INSTALLED_OCR := $(VENV)/.installed-ocr
INSTALLED_SPARK := $(VENV)/.installed-spark

export DAGSTER_DISABLE_TELEMETRY := 1
export DBT_SEND_ANONYMOUS_USAGE_STATS := false
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# hundreds of processes load the project: compiled once, each starts in half the time
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup run nightly ocr spark test test-long test-spark lint types style format dev docs bench bench-against bench-nights bench-unseen bench-turned bench-lineless lock clean

help: ## Print the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(INSTALLED) ## Install everything into .venv (runs by itself before the other targets)

$(INSTALLED): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { \
		echo "Yusuan needs Python 3.11, 3.12 or 3.13; $(PYTHON) is $$($(PYTHON) --version 2>&1 || echo missing)."; \
		echo "Install one, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV) (once, a minute or two)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

run: setup ## Read raw/, build the warehouse, check it and publish it
	@$(BIN)/yusuan run

nightly: setup ## The same for cron: what is new, told in JSON; it ends at once where another run is at work
	@$(BIN)/yusuan run --log-format json

ocr: $(INSTALLED_OCR) ## Add text recognition, to read scans and images (once, 200 MB)

$(INSTALLED_OCR): requirements-ocr.lock $(INSTALLED)
	@echo "Adding text recognition (once)"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-ocr.lock
	@touch $@

spark: $(INSTALLED_SPARK) ## Add Spark, to read documents on a cluster (once, 450 MB; needs Java 17)

$(INSTALLED_SPARK): requirements-spark.lock $(INSTALLED)
	@echo "Adding Spark (once)"
	@$(BIN)/python -m pip install --quiet --no-build-isolation --require-hashes -r requirements-spark.lock
	@touch $@

test: lint ocr ## Lint, check types, run the tests and tell what they covered
	@$(BIN)/python -m slipcover --source dagster_project --skip-covered --missing-width 60 \
		-m pytest -n auto --dist loadgroup --no-loadscope-reorder --durations=40 --durations-min=5

# what a short run tries a part of
SAMPLED = tests/properties tests/extraction/locate tests/audit tests/warehouse/test_nights.py \
	tests/publication/test_publication_interrupted.py tests/store/test_store_interrupted.py

test-long: setup ## All examples of what is sampled, 40 seeds of nights, the main job killed 200 times, an hour or two: make test-long KILLS=20
	@YUSUAN_TEST_EXAMPLES=all $(BIN)/pytest $(SAMPLED) -n auto --dist loadgroup
	@YUSUAN_TEST_EXAMPLES=all YUSUAN_TEST_KILLS=$(or $(KILLS),200) $(BIN)/pytest -m long -n 0

test-spark: spark ## On a cluster of this machine, over all there is and generated documents: make test-spark DOCUMENTS=40
	@YUSUAN_TEST_DOCUMENTS=$(or $(DOCUMENTS),400) $(BIN)/pytest tests/engine -n 0

lint: setup ## Ruff, mypy, the layers, what is derived, and sqlfluff
	@$(MAKE) --no-print-directory --jobs 2 types style

# mypy takes as long as all others, and one core
types:
	@$(BIN)/mypy

style:
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m dagster_project.derived --check
	@$(BIN)/sqlfluff lint --processes 0 --disable-progress-bar dbt/models dbt/tests

format: setup ## Let ruff format and mend what it can
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

dev: setup ## Dagster's UI on http://127.0.0.1:3000, with the runs of the command line
	@home="$${DAGSTER_HOME:-$${YUSUAN_DATA:-data}/dagster}"; mkdir -p "$$home"; \
	[ -n "$${DAGSTER_HOME:-}" ] || cp dagster-instance.yaml "$$home/dagster.yaml"; \
	DAGSTER_HOME="$$(cd "$$home" && pwd)" $(BIN)/dagster dev -m dagster_project.definitions -h 127.0.0.1 -p 3000

docs: setup ## Document the current release: data/current/site/docs/index.html
	@$(BIN)/yusuan docs

bench: setup ## Measure, and print JSON
	@$(BIN)/python benchmarks/bench.py

bench-against: setup ## Measure extraction against another commit: make bench-against REV=HEAD~10
	@$(BIN)/python benchmarks/against.py $(or $(REV),HEAD~1)

bench-nights: setup ## Measure nights against another commit: make bench-nights REV=HEAD~10 SIZES="200 400"
	@$(BIN)/python benchmarks/nights.py $(or $(REV),HEAD~1) $(SIZES)

bench-unseen: setup ## Measure what words are worth that a city alone prints, or a share of rare ones: make bench-unseen SHARE=0.4 SEED=1
	@$(BIN)/python benchmarks/unseen.py $(or $(SHARE),0) $(or $(SEED),0)

bench-turned: setup ## Measure what becomes of the facts of the cities' documents whose tables are laid out otherwise
	@$(BIN)/python benchmarks/turned.py

bench-lineless: setup ## Measure what becomes of tables whose lines are not drawn: make bench-lineless VARIANTS="none across"
	@$(BIN)/python benchmarks/lineless.py $(or $(DOCUMENTS),../shared/documents/cities) $(VARIANTS)

LOCK = printf 'setuptools\nwheel\n' | uv pip compile pyproject.toml - --extra dev --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --no-strip-extras --quiet

lock: ## Write requirements.lock, requirements-ocr.lock and requirements-spark.lock anew (needs uv)
	@$(LOCK) --extra ocr --output-file requirements-ocr.lock
	@$(LOCK) --constraint requirements-ocr.lock --output-file requirements.lock
	@$(LOCK) --constraint requirements-ocr.lock --extra spark --output-file requirements-spark.lock

clean: ## Remove .venv and caches; data/ and raw/ stay
	@rm -rf $(VENV) .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis build *.egg-info dbt/target dbt/logs
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

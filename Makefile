# make run     installs what is missing, opens a sample book and reads it aloud
# make test    installs what is missing, checks the code and runs the tests
# The rest: make install, check, bench, bench-books, soak, lock, clean

BOOK ?= resources/samples/english.epub
UV = uv==0.13.9
VENV = .venv
BIN = $(VENV)/bin
# Any Python from 3.11 to 3.13 serves; PYTHON=… chooses one.
PYTHON = $(firstword $(foreach each,python3 python3.13 python3.12 python3.11,$(if $(shell \
    $(each) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
    2>/dev/null && echo yes),$(each))))

.PHONY: run test install check bench bench-books soak lock clean

run: install
	@$(BIN)/python installer/run.py "$(BOOK)"

test: install check
	$(BIN)/pytest -q

install: $(VENV)/installed
	@$(BIN)/tingshu voices test mandarin >/dev/null 2>&1 || $(BIN)/tingshu voices install mandarin

$(VENV)/installed: requirements/locked.txt pyproject.toml
	@installer/linux/system-packages.sh
	@test -n "$(PYTHON)" || { echo "Tingshu needs Python 3.11, 3.12 or 3.13." >&2; exit 1; }
	@echo "Installing Python packages into $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check $(UV)
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/locked.txt
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

check: $(VENV)/installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: install
	$(BIN)/python -m tests.benchmarks.reading

bench-books: install
	$(BIN)/python -m tests.benchmarks.books

soak: install
	$(BIN)/python -m tests.soak.reading --minutes 30

lock: $(VENV)/installed
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	    --group dev pyproject.toml -o requirements/locked.txt

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

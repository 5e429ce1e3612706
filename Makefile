# make run     installs what is missing, opens a sample book and reads it aloud
# make test    installs what is missing, checks the code and runs the tests
# The rest: make install, check, bench, bench-books, bench-speech, bench-language,
# bench-window, bench-fast, bench-cast, bench-manner, bench-lexicon, bench-library, bench-export,
# screenshots, translations, conformance, soak, soak-language, soak-markup, soak-readalong,
# soak-export, lock, clean
# PADDLE=0 leaves out Paddle (870 MB on Linux), in which the Mandarin voice may run too.

BOOK ?= resources/samples/english.epub
UV = uv==0.13.9
VENV = .venv
BIN = $(VENV)/bin
PADDLE ?= 1
# PYTHON=… chooses one of Python 3.11, 3.12 and 3.13.
export PYTHON ?=

.PHONY: run test install check bench bench-books bench-speech bench-language bench-window bench-fast \
    bench-cast bench-manner bench-lexicon bench-library bench-export screenshots translations \
    conformance soak soak-language soak-markup soak-readalong soak-export lock clean

run: install
	@$(BIN)/python installer/run.py "$(BOOK)"

test: install check
	@installer/linux/system-packages.sh tests
	$(BIN)/pytest -q -n 2 --dist loadgroup

install: $(VENV)/installed $(if $(filter 0,$(PADDLE)),,$(VENV)/paddle)
	@$(BIN)/tingshu voices test mandarin >/dev/null 2>&1 || $(BIN)/tingshu voices install mandarin
	@$(BIN)/tingshu voices update mandarin || echo "The Mandarin voice stays as it is."

$(VENV)/installed: requirements/locked.txt pyproject.toml
	@installer/linux/system-packages.sh
	@echo "Installing Python packages into $(VENV)"
	@python=$$(installer/find-python.sh) && $$python -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check $(UV)
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/locked.txt
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/paddle: requirements/paddle.txt $(VENV)/installed
	@echo "Installing Paddle into $(VENV); PADDLE=0 leaves it out"
	@installer/paddle.sh $(VENV) $<

check: $(VENV)/installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: install
	$(BIN)/python -m tests.benchmarks.reading

bench-books: install
	$(BIN)/python -m tests.benchmarks.books

bench-speech: install
	$(BIN)/python -m tests.benchmarks.speech

bench-language: install
	$(BIN)/python -m tests.benchmarks.language

bench-window: install
	$(BIN)/python -m tests.benchmarks.chapters
	$(BIN)/python -m tests.benchmarks.responsiveness
	$(BIN)/python -m tests.benchmarks.changes
	$(BIN)/python -m tests.benchmarks.rooms

bench-fast: install
	$(BIN)/python -m tests.benchmarks.fast

bench-cast: install
	$(BIN)/python -m tests.benchmarks.cast

bench-manner: install
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.benchmarks.manner

bench-lexicon: install
	$(BIN)/python -m tests.benchmarks.lexicon

bench-library: install
	$(BIN)/python -m tests.benchmarks.library

bench-export: install
	@installer/linux/system-packages.sh tests
	$(BIN)/python -m tests.benchmarks.export

# Every window in every theme, language and size, and what is cut or too faint in them.
SCREENSHOTS ?= build/screenshots
screenshots: install
	@installer/linux/system-packages.sh tests
	$(BIN)/python -m tests.looks.screenshots $(SCREENSHOTS)
	$(BIN)/python -m tests.looks.contrast $(SCREENSHOTS)

translations: $(VENV)/installed
	$(BIN)/python installer/translations.py

conformance: install
	$(BIN)/python -m tests.accessibility.conformance

soak: install
	$(BIN)/python -m tests.soak.reading --minutes 30

soak-markup: install
	$(BIN)/python -m tests.soak.markup --documents 10000

# Every book of the corpus as a read-along book, judged by epubcheck.
soak-readalong: install
	@installer/linux/system-packages.sh tests
	$(BIN)/python -m tests.soak.readalong

soak-export: install
	$(BIN)/python -m tests.soak.export

soak-language: install
	$(BIN)/python -m tests.soak.language --minutes 60

lock: $(VENV)/installed
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	    --group dev pyproject.toml -o requirements/locked.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	    --group dev --extra paddle pyproject.toml -c requirements/locked.txt \
	    -o requirements/paddle.txt

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

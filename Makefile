# `make run` shows what Netralitas does, `make test` proves that it works; both set up all they need.
PYTHON ?= python3.11
PY := $(shell command -v $(PYTHON) 2>/dev/null || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
DATA ?= data

.PHONY: run serve test lint types system picture train lock clean

run: $(STAMPS)/venv
	@$(BIN)/netralitas --data $(DATA)/sample demo

serve: $(STAMPS)/venv
	@$(BIN)/netralitas --data $(DATA)/sample serve

test: $(STAMPS)/test system lint types
	$(BIN)/pytest

lint: $(STAMPS)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMPS)/test
	$(BIN)/mypy

# Chromium, a JDK and Maven are for tests alone; where apt may not be used the tests that need them say that they are skipped.
system:
	@sh tests/install_system.sh

$(STAMPS)/venv: requirements.lock pyproject.toml
	@echo "Setting up $(VENV) (once, about a minute) ..." >&2
	@test -x $(BIN)/python || $(PY) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-build.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/test: $(STAMPS)/venv requirements-dev.lock requirements-ftm.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ftm.lock \
	  || echo "FollowTheMoney needs PyICU, which could not be built here: its tests are skipped and say so." >&2
	@touch $@

# The README's picture, from the sample that `make run` leaves.
picture: run
	$(BIN)/python docs/take_picture.py

# The encoder's heads, the cues and the weights, anew: needs the group `training` (torch) and, for the retold articles,
# shared/. After new articles the last two lines alone bring kinds, stages, violations, rulings and figures up to date.
train: $(STAMPS)/venv
	$(BIN)/pip install --quiet --require-hashes -r requirements-training.lock
	$(BIN)/python -m training.train
	$(BIN)/python -m training.cue_voice build/training/fold1 --without 1
	$(BIN)/python -m training.verdicts build/training/fold1 --fold 1
	$(BIN)/python -m training.cue_voice
	$(BIN)/python -m training.subjects
	$(BIN)/python -m training.weigh

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --prerelease if-necessary-or-explicit \
	  --custom-compile-command "make lock" pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --prerelease if-necessary-or-explicit \
	  --custom-compile-command "make lock" pyproject.toml --group dev -o requirements-dev.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --prerelease if-necessary-or-explicit \
	  --custom-compile-command "make lock" pyproject.toml --extra ftm -o requirements-ftm.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" \
	  --group build -o requirements-build.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" \
	  pyproject.toml --group training -o requirements-training.lock

clean:
	rm -rf $(VENV) $(STAMPS) .mypy_cache .ruff_cache .pytest_cache $(DATA)/sample

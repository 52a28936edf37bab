# The habits of the project; `make` alone lists them. bin/run and bin/test work without make.
.DEFAULT_GOAL := help
.PHONY: help run test check format bench demo pins
PY := .venv/bin/python
TEMPLATES = $(shell find . -name '*.html' -path '*/templates/*' -not -path './.venv/*' -not -path './var/*')

help: ## list these habits
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 12

run: ## start the newsroom: PORT=8000 HOST=127.0.0.1
	@bin/run

test: ## run all tests, or some: make test ARGS="articles -k embargo"
	@bin/test $(ARGS)

check: ## lint, templates, types
	.venv/bin/ruff check .
	.venv/bin/djade --check $(TEMPLATES)
	NEWSROOM_DEBUG=1 $(PY) -m mypy .

format: ## lay out Python and templates
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .
	.venv/bin/djade $(TEMPLATES)

bench: ## measure, and print the tables of benchmarks/
	$(PY) -m benchmarks.run

demo: ## load what is missing of the demo newsroom
	NEWSROOM_DEBUG=1 $(PY) manage.py demo

pins: ## choose the newest allowed packages anew
	$(PY) -m pip install --quiet --disable-pip-version-check uv==0.13.9
	.venv/bin/uv pip compile -q --upgrade requirements.in -o requirements.txt $(PIN)
	.venv/bin/uv pip compile -q --upgrade requirements-dev.in -o requirements-dev.txt $(PIN)
PIN := --python-version 3.11 --universal --no-header --no-emit-index-url

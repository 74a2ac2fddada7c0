# Everything a person needs; each target sets up what it lacks first.
.DEFAULT_GOAL := help
.PHONY: help setup test lint

help: ## What can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 14

setup: ## Installs what is missing, or names it
	@scripts/setup.sh core

lint: setup ## Formatting and lints
	cargo fmt --all --check
	cargo clippy --all-targets --locked -- -D warnings

test: lint ## All checks and tests
	cargo test --locked

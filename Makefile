# Everything a person needs. Each target first sets up what it lacks, and says what it does.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint core faults desks readers window desk e2e deb pictures bench bench-parts bench-desk bench-peers bench-planner audit sbom

WINDOW := $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)/debug/arna-desktop
DEVELOPMENT := $(dir $(WINDOW))arna-development
# Everything is built as one selection of packages: another would give third-party crates other features, and build them anew.
ALL := --locked --workspace
# What tests want of the window. Programs for tests are built by `cargo test` too, since it gives crates other features than `cargo build`.
TESTED := $(ALL) --features arna-desktop/development
UI := ui/node_modules/.package-lock.json
DIST := ui/dist/index.html
UI_SOURCES := $(shell find ui/src ui/index.html ui/*.ts ui/*.js locales docs/GUIDE*.md docs/pictures -type f 2>/dev/null)

help: ## What can be made
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  make \1\t/' | expand -t 22

setup: ## Install what is missing, or name it
	@scripts/setup.sh all

run: setup $(DIST) ## Build the window and open it
	cargo build $(ALL) --bin arna-desktop --features arna-desktop/custom-protocol
	@scripts/open_window.sh $(WINDOW)

test: setup lint core readers window desk e2e ## All checks and tests

lint: setup $(DIST) ## Formatting and lints
	cargo fmt --all --check
	cargo clippy $(TESTED) --all-targets -- -D warnings

core: setup $(DIST) ## Tests of the core, the command line and the window's commands
	cargo test $(TESTED)

# FAULTS is how many programs are killed; flips and tears grow with it. SEED tries others. MODEL is how many acts.
FAULTS ?= 1000
MODEL ?= 100000

faults: setup $(DIST) ## Programs killed, bits flipped, logs torn, disks full (long): docs/RELIABILITY.md
	KILLS=100 cargo test $(TESTED) --test store -- --nocapture faults:: disk:: salvage:: verify::
	MODEL=$(MODEL) cargo test $(TESTED) --test app -- model::
	cargo test $(TESTED) --test shared -- power::
	FAULTS=$(FAULTS) cargo test $(TESTED) --test faults -- --nocapture --test-threads 1

DESKS ?= 16
EDITS ?= 180
PACE_MS ?= 2000

desks: setup $(DIST) ## Many desks at one station on PostgreSQL: conflicts, lost updates, times (minutes): docs/SHARED.md
	DESKS=$(DESKS) EDITS=$(EDITS) PACE_MS=$(PACE_MS) cargo test --release --locked -p arna-store --test shared -- --nocapture simulation::

readers: setup ## What is handed out to channels, read back by others' readers in every format
	@scripts/setup.sh readers
	cargo test $(TESTED) --quiet --no-run --test cli # builds the command line as `core` does
	target/readers-venv/bin/python tests/readers/readers.py $(dir $(WINDOW))arna

window: setup $(DIST) ## Tests of the window's page
	scripts/with_node.sh npm run --silent --prefix ui check
	scripts/with_node.sh npm run --silent --prefix ui test

desk: setup $(DIST) ## Every flow of the page, in Chromium with the real core
	@scripts/setup.sh browser
	cargo test $(TESTED) --quiet --no-run --test page # builds the server as `core` does
	ARNA_DEVELOPMENT=$(DEVELOPMENT) scripts/with_node.sh npm run --silent --prefix ui desk

e2e: setup $(DIST) ## A few tests in the real window
	cargo test $(ALL) --features arna-desktop/custom-protocol --quiet --no-run --test page # builds the window
	ARNA_WINDOW=$(WINDOW) scripts/with_node.sh npm run --silent --prefix ui e2e

deb: setup $(DIST) ## A package to install, in target/release/bundle/deb
	scripts/with_node.sh npm exec --yes --package=@tauri-apps/cli@2.12 -- tauri build --bundles deb -- -p arna-desktop

pictures: setup $(DIST) ## The window’s pictures of docs/pictures, taken anew
	@scripts/setup.sh browser
	cargo test $(TESTED) --quiet --no-run --test page # builds the server
	ARNA_DEVELOPMENT=$(DEVELOPMENT) scripts/with_node.sh node ui/pictures.mjs

bench: setup ## One table: what a coordinator waits for on 10,000, 100,000 and a million airings (minutes)
	cargo bench --locked -p arna-app --bench scale

bench-parts: setup ## How planning grows, what planning again, live findings, edits and files for channels take
	cargo bench --locked -p arna-planner --bench growth
	cargo bench --locked -p arna-planner --bench replan
	cargo bench --locked -p arna-app --bench edits
	cargo bench --locked -p arna-exchange

RELEASE := $(dir $(patsubst %/,%,$(dir $(WINDOW))))release
NET := $(RELEASE)/net.arna

bench-desk: setup $(DIST) ## How fast the window answers on 40 channels and 28 days
	@scripts/setup.sh browser
	cargo build --locked --release -p arna-desktop --bin arna-development --features development
	cargo build --locked --release -p arna-cli
	rm -f $(NET)
	$(RELEASE)/arna sample $(NET) --size net
	ARNA_DEVELOPMENT=$(RELEASE)/arna-development scripts/with_node.sh node ui/bench/desk.mjs $(NET)

# One channel's year: what the others are given is a list of its airings.
YEAR := $(RELEASE)/year

bench-peers: setup ## Arna beside open programs on the same work: guides, calendars, books, a week out of a file
	@scripts/setup.sh peers
	cargo build --locked --release -p arna-cli
	rm -f $(YEAR).arna
	cargo bench --locked -p arna-planner --bench planner -- station year 1 2024-07-01 >$(YEAR).json
	$(RELEASE)/arna import station $(YEAR).json $(YEAR).arna
	$(RELEASE)/arna plan $(YEAR).arna --from 2024-07-01 --days 364 --effort fast --accept >/dev/null
	PEERS_NODE=target/peers-node scripts/with_node.sh target/peers-venv/bin/python benches/peers.py \
	  $(RELEASE)/arna $(YEAR).arna kz001.tv 2024-07-01 364 $(RELEASE)/peers

# CPSAT_SECONDS=600 gives the solver ten minutes an instance; PARTS="table growth threads placement" takes some;
# GIVEN is a folder with instances/ and check.py of others, where there is one.
CPSAT_SECONDS ?= 60
PARTS ?=
GIVEN ?= ../shared/planning

bench-planner: setup ## The planner's scores, bounds, time and memory, beside a general solver's (long)
	@scripts/setup.sh solver
	cargo bench --locked -p arna-planner --bench planner -- $(PARTS) --python $(CURDIR)/target/bench-venv/bin/python \
	  --cpsat-seconds $(CPSAT_SECONDS) --given $(abspath $(GIVEN))

audit: setup ## Known weaknesses, licences and sources of what is shipped: docs/SECURITY.md
	scripts/with_node.sh npm audit --omit=dev --prefix ui
	@scripts/setup.sh audit
	cargo deny --locked check

# The tool writes a file beside every crate: those of what is shipped are kept.
sbom: setup ## What is shipped, as CycloneDX, in target/sbom
	@scripts/setup.sh sbom
	@mkdir -p target/sbom
	scripts/with_node.sh npm sbom --package-lock-only --sbom-format cyclonedx --prefix ui >target/sbom/page.json
	cargo cyclonedx --quiet --format json --spec-version 1.5 --target x86_64-unknown-linux-gnu --override-filename sbom-of-crates
	@mv sbom-of-crates.json target/sbom/window.json
	@mv crates/cli/sbom-of-crates.json target/sbom/command-line.json
	@rm -f crates/*/sbom-of-crates.json tests/house/sbom-of-crates.json

$(UI): ui/package.json ui/package-lock.json
	@scripts/setup.sh node
	scripts/with_node.sh npm ci --prefix ui --no-audit --no-fund
	@touch $@

$(DIST): $(UI) $(UI_SOURCES)
	scripts/with_node.sh npm run --silent --prefix ui build

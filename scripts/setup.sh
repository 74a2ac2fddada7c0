#!/usr/bin/env bash
# Sets up what building, testing and running need on Debian 12 and 13 and Ubuntu 24.04.
#   scripts/setup.sh core     compiler, Rust, checkers of guides and of PDF, what serves files by SFTP, a keyring, PostgreSQL
#   scripts/setup.sh node     Node 20 or newer
#   scripts/setup.sh window   libraries and tools of the web view
#   scripts/setup.sh browser  Chromium, for the tests of the page
#   scripts/setup.sh audit    names what asks about crates' weaknesses, where it is missing: building it takes minutes
#   scripts/setup.sh sbom     what lists crates, built where it is missing
#   scripts/setup.sh all      core, node and window
#   scripts/setup.sh solver   a Python of its own with the solver that benches/cpsat.py asks, in target/
#   scripts/setup.sh peers    open programs that do a piece of what Arna does, for benches/peers.py, in target/ and from apt
#   scripts/setup.sh readers  a Python of its own with others' readers of the files for channels, in target/
# Idempotent: what is there is left alone. What cannot be installed is named, with the remedy.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly NODE_MAJOR=20
# Where a Node that the system lacks is put; scripts/with_node.sh looks there.
readonly TOOLS=.tools

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "needs root for: $* — run that as root, then try again"
    fi
}

refreshed=no
apt_install() { # those of the packages that are not installed
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null || fail "there is no apt here; install these yourself: ${missing[*]}"
    if [ "$refreshed" = no ]; then
        as_root apt-get update -qq
        refreshed=yes
    fi
    say "installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
        || fail "apt could not install: ${missing[*]}"
}

at_least() { # at_least NEEDED FOUND
    [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

rust_version() { sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml; }

rust_is_new_enough() {
    command -v cargo >/dev/null && command -v rustc >/dev/null || return 1
    cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 || return 1
    at_least "$(rust_version)" "$(rustc --version | cut -d' ' -f2)"
}

set_up_rust() {
    [ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"
    rust_is_new_enough && return 0
    if ! command -v rustup >/dev/null; then
        command -v apt-get >/dev/null && [ "$refreshed" = no ] && as_root apt-get update -qq && refreshed=yes
        # Debian 12 knows the name only.
        LC_ALL=C apt-cache policy rustup 2>/dev/null | grep -q 'Candidate: [0-9]' && apt_install rustup
    fi
    if command -v rustup >/dev/null; then
        say "installing Rust (stable) with rustup"
        rustup toolchain install stable --profile minimal --component clippy --component rustfmt >&2
        rustup default stable >&2
        hash -r
    fi
    rust_is_new_enough || fail "Rust $(rust_version) or newer with clippy and rustfmt is needed, and this system's packages do not have it: install it from https://rustup.rs, then try again"
}

set_up_core() {
    apt_install build-essential pkg-config ca-certificates git python3 xmltv-util libxml2-utils poppler-utils qpdf openssh-sftp-server openssl \
        libdbus-1-dev dbus-daemon libglib2.0-bin gnome-keyring
    set_up_postgresql
    set_up_rust
}

# The tests run servers of their own: none of the system's is made, where there is none yet.
set_up_postgresql() {
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && return 0
    apt_install postgresql-common
    as_root sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    apt_install postgresql
}

node_is_new_enough() {
    command -v "$1" >/dev/null && at_least "$NODE_MAJOR" "$("$1" --version | tr -d v)"
}

set_up_node() {
    if node_is_new_enough node && command -v npm >/dev/null; then return 0; fi
    if node_is_new_enough "$TOOLS/node_modules/.bin/node"; then return 0; fi
    apt_install nodejs npm
    hash -r
    if node_is_new_enough node; then return 0; fi
    say "installing Node $NODE_MAJOR into $TOOLS: this system's is older"
    npm install --silent --no-audit --no-fund --prefix "$TOOLS" "node@$NODE_MAJOR" \
        || fail "Node $NODE_MAJOR or newer is needed and could not be installed: get it from https://nodejs.org, then try again"
}

set_up_window() {
    apt_install libwebkit2gtk-4.1-dev libayatana-appindicator3-dev librsvg2-dev build-essential pkg-config file \
        webkit2gtk-driver xvfb xauth dbus dbus-x11 fonts-noto-core
}

# Ubuntu's package of that name only points to another store, which may not be there: then the remedy is named.
set_up_browser() {
    local path
    for path in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
        [ -n "$path" ] && "$path" --version >/dev/null 2>&1 && return 0
    done
    apt_install chromium
    /usr/bin/chromium --version >/dev/null 2>&1 \
        || fail "the page is tested in Chromium, and this system's packages do not have it: install Chromium or Chrome, set CHROMIUM to its path, then try again"
}

# A Python of its own for what one target needs, in a folder of target/.
set_up_python() { # set_up_python FOLDER REQUIREMENTS
    local folder=$1 wanted=$2
    cmp -s "$wanted" "$folder/installed.txt" && return 0
    if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
        apt_install python3-venv
        python3 -c 'import ensurepip, venv' 2>/dev/null \
            || fail "Python's venv is needed: install python3-venv (Fedora: python3), then try again"
    fi
    say "installing $(tr '\n' ' ' <"$wanted")into $folder"
    rm -rf "$folder"
    python3 -m venv "$folder"
    "$folder/bin/pip" install --quiet --disable-pip-version-check -r "$wanted" \
        || fail "pip could not install what $wanted lists: see to the network or to pip's index, then try again"
    cp "$wanted" "$folder/installed.txt"
}

have_audit() {
    cargo deny --version >/dev/null 2>&1 \
        || fail "cargo-deny is needed to ask about crates, and is not here: cargo install --locked cargo-deny (some minutes), then try again"
}

set_up_sbom() {
    cargo cyclonedx --version >/dev/null 2>&1 && return 0
    say "installing cargo-cyclonedx, which lists crates (some minutes)"
    cargo install --quiet --locked cargo-cyclonedx \
        || fail "cargo-cyclonedx could not be installed: see to the network, then try again"
}

set_up_peers() {
    apt_install xmltv-util
    set_up_python target/peers-venv benches/peers.requirements.txt
    local folder=target/peers-node library
    for library in @iptv/xmltv@1.0.1 exceljs@4.4.0; do
        [ -d "$folder/node_modules/${library%@*}" ] && continue
        say "installing $library into $folder"
        mkdir -p "$folder"
        scripts/with_node.sh npm install --silent --no-audit --no-fund --prefix "$folder" "$library" \
            || fail "npm could not install $library: see to the network, then try again"
    done
}

case "${1:-all}" in
    core) set_up_core ;;
    node) set_up_node ;;
    window) set_up_window ;;
    browser) set_up_browser ;;
    solver) set_up_python target/bench-venv benches/requirements.txt ;;
    peers) set_up_peers ;;
    readers) set_up_python target/readers-venv tests/readers/requirements.txt ;;
    audit) have_audit ;;
    sbom) set_up_sbom ;;
    all) set_up_core; set_up_node; set_up_window ;;
    *) fail "no part is called '$1': core, node, window, browser, solver, peers, readers, audit, sbom, all" ;;
esac

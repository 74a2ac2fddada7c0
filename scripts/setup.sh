#!/usr/bin/env bash
# Sets up what building and testing need on Debian 12/13 or Ubuntu 24.04: scripts/setup.sh core
# Idempotent: what is there is left alone. What cannot be installed is named, with the remedy.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
fail() { say "setup: $*"; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "needs root to run: $* — run it as root, then try again"
    fi
}

apt_install() { # packages that dpkg does not know as installed
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null || fail "no apt here; install these yourself: ${missing[*]}"
    say "setup: installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

rust_new_enough() {
    local needed found
    needed=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    command -v cargo >/dev/null && command -v rustc >/dev/null || return 1
    found=$(rustc --version | cut -d' ' -f2)
    [ "$(printf '%s\n%s\n' "$needed" "$found" | sort -V | head -n 1)" = "$needed" ]
}

core() {
    apt_install build-essential pkg-config curl ca-certificates git python3 tzdata xmltv-util libxml2-utils
    rust_new_enough && return 0
    if ! command -v rustup >/dev/null && apt-cache show rustup >/dev/null 2>&1; then apt_install rustup; fi
    if command -v rustup >/dev/null; then
        say "setup: installing Rust (stable) with rustup"
        rustup toolchain install stable --profile minimal --component clippy,rustfmt
        rustup default stable
    fi
    rust_new_enough || fail "Rust $(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml) or newer is needed and this system's packages have none: install it from https://rustup.rs, then try again"
}

case "${1:-core}" in
    core) core ;;
    *) fail "no part is called '$1': core" ;;
esac

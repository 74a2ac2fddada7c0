#!/usr/bin/env bash
# Runs a command with the Node that setup.sh put aside, where it did: scripts/with_node.sh npm ci
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
own="$root/.tools/node_modules/.bin"
[ -x "$own/node" ] && PATH="$own:$PATH"
[ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"
exec "$@"

#!/usr/bin/env bash
# Opens the window; where there is no display, on a virtual one, and says how to see it.
set -euo pipefail
window="$1"
shift
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$window" "$@"
fi
cat >&2 <<'TXT'
There is no display here, so the window opens on a virtual one where nobody sees it. To see it:
  - from another computer: ssh -X this-computer, then make run
  - or on a display of your own: DISPLAY=:0 make run
Ctrl+C closes it.
TXT
exec dbus-run-session -- xvfb-run --auto-servernum --server-args='-screen 0 1440x900x24' "$window" "$@"

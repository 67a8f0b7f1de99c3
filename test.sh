#!/usr/bin/env bash
# Sets up what is missing and runs everything: format, lint, types, content, tests.
set -euo pipefail
cd "$(dirname "$0")"
. ./setup.sh
command_needs="$command_needs pulseaudio:pulseaudio"
install_system
prepare_venv requirements-dev.lock
export QT_QPA_PLATFORM=offscreen
.venv/bin/ruff format --check .
.venv/bin/ruff check .
.venv/bin/mypy
.venv/bin/kiosk check
.venv/bin/pytest "$@"

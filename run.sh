#!/usr/bin/env bash
# Sets up what is missing and starts the kiosk. ./run.sh --help shows all commands.
set -euo pipefail
cd "$(dirname "$0")"
. ./setup.sh
install_system
prepare_venv requirements.lock
if [ $# -eq 0 ]; then set -- run; fi
exec .venv/bin/kiosk "$@"

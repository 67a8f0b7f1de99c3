#!/usr/bin/env bash
# Sets up what is missing and runs everything: format, lint, types, content, tests.
set -euo pipefail
cd "$(dirname "$0")"
. ./setup.sh
# Services, for tests that hear, print, read codes and try to leave the kiosk; their commands are not on everybody's path.
export PATH="$PATH:/usr/sbin:/sbin"
system_needs="$system_needs libzbar.so.0:libzbar0"
command_needs="$command_needs pulseaudio:pulseaudio dbus-daemon:dbus cupsd:cups-daemon
ippeveprinter:cups-ipp-utils /usr/lib/cups/filter/gziptoany:cups-core-drivers
faketime:faketime Xvfb:xvfb xdotool:xdotool openbox:openbox xrandr:x11-xserver-utils shellcheck:shellcheck systemd-analyze:systemd"
install_system
prepare_venv requirements-dev.lock
export QT_QPA_PLATFORM=offscreen
.venv/bin/ruff format --check .
.venv/bin/ruff check .
.venv/bin/mypy
.venv/bin/kiosk check
# A file's tests stay together: they share what takes long to make.
.venv/bin/pytest -n auto --dist loadfile "$@"

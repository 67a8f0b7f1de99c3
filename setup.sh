# Sourced by run.sh and test.sh: brings a Debian or Ubuntu machine and .venv up to what is needed.
# Safe to repeat; when nothing is missing it takes a few milliseconds.

# What Qt, the voices and the printer need from the system: "file to look for":"Debian package".
system_needs="
libEGL.so.1:libegl1 libGL.so.1:libgl1 libglib-2.0.so.0:libglib2.0-0 libdbus-1.so.3:libdbus-1-3
libfontconfig.so.1:libfontconfig1 libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 libxcb-xkb.so.1:libxcb-xkb1
libpulse.so.0:libpulse0 libespeak-ng.so.1:libespeak-ng1 libusb-1.0.so.0:libusb-1.0-0
"

# Commands: "name:Debian package".
command_needs="lp:cups-client"

say() { printf '%s\n' "$*" >&2; }

# The Python to build .venv with; the one inside it, where there is one, spares the search.
find_python() {
    local name
    [ -z "${python:-}" ] || return 0
    for name in .venv/bin/python python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$name
            return 0
        fi
    done
    return 1
}

missing_packages() {
    local libraries need
    libraries=$(/sbin/ldconfig -p 2>/dev/null || ldconfig -p)
    for need in $system_needs; do
        case $libraries in *"${need%%:*}"*) ;; *) printf '%s ' "${need#*:}" ;; esac
    done
    for need in $command_needs; do
        command -v "${need%%:*}" >/dev/null || printf '%s ' "${need#*:}"
    done
    if ! find_python; then
        printf 'python3 python3-venv '
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        printf 'python3-venv '
    fi
}

install_system() {
    local packages sudo=
    find_python || true
    packages=$(missing_packages)
    [ -n "$packages" ] || return 0
    if ! command -v apt-get >/dev/null; then
        say "足りないもの / missing: $packages"
        say "この端末では自動で入れられません。上のものを入れてから、もう一度始めてください。"
        return 0
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if sudo -n true 2>/dev/null; then
            sudo=sudo
        else
            say "次の一行を打ってから、もう一度始めてください / type this line, then start again:"
            say "    sudo apt-get update && sudo apt-get install -y $packages"
            exit 1
        fi
    fi
    say "足りないものを入れています / installing: $packages"
    # Package names have no spaces, and each is a word of its own here.
    # shellcheck disable=SC2086
    $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq $packages >/dev/null
}

# prepare_venv LOCK-FILE: .venv holds exactly the locked versions and this checkout.
prepare_venv() {
    local lock=$1 wanted stamp=.venv/.prepared
    find_python || { say "Python 3.11以上が見つかりません / Python 3.11 or newer is needed."; exit 1; }
    wanted="$(cat "$lock" pyproject.toml | cksum) $lock"
    if [ -f "$stamp" ]; then
        case $(cat "$stamp") in
            "$wanted") return 0 ;;
            # The developers' environment contains everything that the kiosk needs.
            *requirements-dev.lock*) if [ "$lock" = requirements.lock ]; then
                prepare_venv requirements-dev.lock; return; fi ;;
        esac
    fi
    say "準備をしています（数分かかります） / preparing, this takes a few minutes"
    rm -f "$stamp"
    [ "$python" = .venv/bin/python ] || "$python" -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
    printf '%s' "$wanted" > "$stamp"
}

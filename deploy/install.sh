#!/usr/bin/env bash
# Makes a Debian 12 or 13 machine a terminal that only runs Manabi Kiosk. Safe to repeat. See README.md.
#   sudo ./deploy/install.sh [--session x11|cage] [--block-usb-storage] [--screen-hours 07:30-21:30] [--no-start]
#   ./deploy/install.sh --dry-run            only tells what it would do
#   ./deploy/install.sh --root DIR           writes the files below DIR and leaves this machine alone
#   sudo ./deploy/install.sh --uninstall     takes everything away again, except what staff have entered
set -euo pipefail
cd "$(dirname "$0")/.."

session=x11 root='' dry='' wish=install start=yes usb='' hours=''
program=/opt/manabi-kiosk
own_units="manabi-kiosk.service manabi-kiosk-screen.service manabi-kiosk-sound.service"
light_units="manabi-kiosk-light.service manabi-kiosk-light.timer"
masked="ctrl-alt-del.target"
usb_file=/etc/modprobe.d/90-manabi-kiosk.conf
cups_file=/etc/cups/cupsd.conf
kept=/var/backups/manabi-kiosk/$(date +%Y-%m-%d-%H%M%S)
common_packages="rsync alsa-utils pulseaudio pulseaudio-utils cups cups-client cups-filters xauth util-linux kbd tzdata libpam-systemd dbus"
x11_packages="xserver-xorg-core xserver-xorg-input-libinput x11-xserver-utils"
# Debian 12's cage ends at once without Xwayland, although nothing here needs it.
cage_packages="cage xwayland"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }

usage() { sed -n '2,7s/^# \{0,1\}//p' "deploy/install.sh"; }

while [ $# -gt 0 ]; do
    case $1 in
        --session | --root | --screen-hours)
            [ -n "${2:-}" ] || fail "$1 の後に、値を書いてください / $1 needs a value" ;;
    esac
    case $1 in
        --session) session=$2; shift ;;
        --root) root=$(realpath -m "$2"); shift ;;
        --screen-hours) hours=$2; shift ;;
        --block-usb-storage) usb=yes ;;
        --dry-run) dry=yes ;;
        --no-start) start='' ;;
        --uninstall) wish=uninstall ;;
        --help | -h) usage; exit 0 ;;
        *) fail "知らない指定です / unknown: $1" ;;
    esac
    shift
done
[ -d "deploy/sessions/$session" ] || fail "--session は x11 か cage です / --session is x11 or cage"
hour='([01][0-9]|2[0-3]):[0-5][0-9]'
[[ -z $hours || $hours =~ ^$hour-$hour$ ]] ||
    fail "--screen-hours は 07:30-21:30 のように書きます / write --screen-hours as 07:30-21:30"
[ -z "$hours" ] || [ "${hours%-*}" != "${hours#*-}" ] ||
    fail "--screen-hours の二つの時刻は、ちがうものにします / give --screen-hours two different hours"
[ -z "$hours" ] || [ "$session" = x11 ] ||
    fail "--screen-hours は --session x11 のときだけ使えます / --screen-hours works with --session x11 only"

# Tells the command in a dry run, else does it.
run() {
    if [ -n "$dry" ]; then say "+ $*"; else "$@"; fi
}

# On this machine itself, not below --root.
here() { [ -n "$root" ] || run "$@"; }

running() { [ -z "$root" ] && [ -d /run/systemd/system ]; }

# The files of a folder of ours, as paths on the terminal.
files_in() { find "$1" -type f -printf '/%P\n' | sort; }

source_of() {
    if [ -f "deploy/files$1" ]; then echo "deploy/files$1"; else echo "deploy/sessions/$session$1"; fi
}

put_file() {
    local target=$root$1 source
    source=$(source_of "$1")
    # These hold the operator's own values.
    if [ "$1" = /etc/manabi-kiosk/terminal.env ] && [ -f "$target" ]; then return 0; fi
    if [ -n "$dry" ]; then say "+ write $target"; return 0; fi
    mkdir -p "$(dirname "$target")"
    sed "s#@PROGRAM@#$program#g" "$source" >"$target.new"
    chmod "$([ -x "$source" ] && echo 755 || echo 644)" "$target.new"
    mv "$target.new" "$target"
}

# write FILE LINE…
write() {
    local target=$root$1
    shift
    if [ -n "$dry" ]; then say "+ write $target"; return 0; fi
    mkdir -p "$(dirname "$target")"
    printf '%s\n' "$@" >"$target"
}

# remove_files FOLDER…: what these folders of ours would bring.
remove_files() {
    local folder file
    for folder in "$@"; do
        while read -r file; do run rm -f "$root$file"; done < <(files_in "$folder")
    done
}

install_packages() {
    local packages="$common_packages $x11_packages"
    [ "$session" = x11 ] || packages="$common_packages $cage_packages"
    here apt-get update -qq
    # Package names have no spaces, and each is a word of its own here.
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive here apt-get install -y -qq --no-install-recommends $packages
}

make_user() {
    local group
    id kiosk >/dev/null 2>&1 ||
        here useradd --system --create-home --home-dir /var/lib/manabi-kiosk --shell /usr/sbin/nologin kiosk
    for group in audio video input render lp dialout; do
        if getent group "$group" >/dev/null; then here usermod --append --groups "$group" kiosk; fi
    done
    here install -d -o kiosk -g kiosk -m 700 /var/lib/manabi-kiosk /var/cache/manabi-kiosk
}

# The hours of the settings, and of the counts, are those of Japan; a fresh Debian may have those of nowhere.
set_clock() {
    case $(readlink -f /etc/localtime) in
        */UTC | /etc/localtime) here ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime ;;
    esac
}

# A copy that belongs to root, so that nobody in front of the terminal can change it.
copy_program() {
    [ "$(pwd -P)" != "$program" ] || return 0
    run mkdir -p "$root$program"
    run rsync --archive --delete --no-owner --no-group --exclude=/.git --exclude=/.venv --exclude=/tests \
        --exclude=__pycache__ --exclude='.*_cache' --exclude=.hypothesis --exclude=/lessons --exclude=/locales \
        ./ "$root$program/"
    copy_content
}

# The two files that a centre fills in stay as they are. What else the new version changes or lacks may be the
# centre's own, and is put aside; --checksum leaves out what only has another date.
copy_content() {
    local file own=()
    for file in lessons/city.yaml lessons/classes.yaml; do
        [ -f "$root$program/$file" ] || continue
        own+=(--exclude="/$file")
        cmp -s "$file" "$root$program/$file" && continue
        say "$program/$file は、この端末で書いたままにしました。新しい版の物は $PWD/$file です。"
        say "$program/$file stays as it was written here; the new version's is $PWD/$file"
    done
    run rsync --archive --checksum --delete --no-owner --no-group "${own[@]}" \
        --backup --backup-dir="$root$kept" lessons locales "$root$program/"
    [ -d "$root$kept" ] || return 0
    say "前の教材と訳のうち、新しい版で変わる物と、なくなる物は、$kept に残しました。"
    say "Lessons and translations that the new version changes or lacks are kept in $kept"
}

prepare_program() {
    here bash -c "cd $program && . ./setup.sh && install_system && prepare_venv requirements.lock"
    here "$program/.venv/bin/python" -m compileall -q "$program/kiosk"
}

# The copy has no .git; by this file staff tell two versions apart.
write_commit() {
    [ "$(pwd -P)" != "$program" ] || return 0
    write "$program/COMMIT" "$(
        . ./setup.sh && find_python &&
            "$python" -B -c 'from pathlib import Path; from kiosk.staff.versions import commit_of; print(commit_of(Path()))'
    )"
}

# cupsd.conf knows no folder of additions, so ours stand between two marks at its end.
cups_without_ours() { sed '/^# manabi-kiosk: begin/,/^# manabi-kiosk: end/d' "$1"; }

# What comes in replaces what FILE holds; its owner and its rights stay.
rewrite() { cat >"$1.new"; cat "$1.new" >"$1"; rm "$1.new"; }

set_up_cups() {
    local file=$root$cups_file
    [ -n "$root" ] || [ -f "$file" ] || return 0
    if [ -n "$dry" ]; then say "+ add deploy/cupsd.conf to $file"; return 0; fi
    mkdir -p "$(dirname "$file")"
    touch "$file"
    { cups_without_ours "$file"; cat deploy/cupsd.conf; } | rewrite "$file"
}

block_usb_storage() {
    write "$usb_file" "# USB sticks are not read." "install usb-storage /bin/false" "install uas /bin/false"
}

set_screen_hours() {
    local on=${hours%-*} off=${hours#*-} units=/etc/systemd/system
    write $units/manabi-kiosk-light.timer.d/hours.conf \
        "[Timer]" "OnCalendar=" "OnCalendar=*-*-* $on:00" "OnCalendar=*-*-* $off:00"
    write $units/manabi-kiosk-light.service.d/hours.conf "[Service]" "Environment=SCREEN_ON=$on SCREEN_OFF=$off"
    # shellcheck disable=SC2086
    run systemctl --root="${root:-/}" --quiet enable $light_units
}

# Files for the machine's own start count once its menu is written anew.
renew_boot_menu() {
    if [ -z "$root" ] && command -v update-grub >/dev/null; then run update-grub; fi
}

enable_units() {
    # shellcheck disable=SC2086
    run systemctl --root="${root:-/}" --quiet enable $own_units
    run systemctl --root="${root:-/}" --quiet mask $masked
    running || return 0
    run systemctl daemon-reload
    run sysctl --quiet --load /etc/sysctl.d/90-manabi-kiosk.conf
    run udevadm control --reload
    run systemctl try-restart cups.service
    [ -z "$start" ] || run systemctl restart manabi-kiosk-sound.service manabi-kiosk-screen.service manabi-kiosk.service
}

warn_of_desktop() {
    [ -z "$root" ] && [ -L /etc/systemd/system/display-manager.service ] || return 0
    say "この端末にはデスクトップがあります。消してから再起動してください："
    say "This machine has a desktop. Switch it off, then restart: sudo systemctl disable display-manager.service"
}

install_all() {
    install_packages
    make_user
    set_clock
    copy_program
    prepare_program
    write_commit
    remove_files deploy/sessions/*
    while read -r file; do put_file "$file"; done < <(files_in deploy/files; files_in "deploy/sessions/$session")
    set_up_cups
    [ -z "$usb" ] || block_usb_storage
    [ -z "$hours" ] || set_screen_hours
    renew_boot_menu
    enable_units
    warn_of_desktop
    say "できました。端末を再起動すると、キオスクが出ます / Done. Restart the machine to see the kiosk."
}

remove_program() {
    local folder
    for folder in "$root$program/lessons" "$root$program/locales"; do
        [ -d "$folder" ] || continue
        run mkdir -p "$root$kept"
        run mv "$folder" "$root$kept/"
    done
    run rm -rf "$root$program"
}

uninstall_all() {
    if running; then
        # shellcheck disable=SC2086
        run systemctl stop $own_units $light_units || true
    fi
    # shellcheck disable=SC2086
    run systemctl --root="${root:-/}" --quiet disable $own_units $light_units || true
    run systemctl --root="${root:-/}" --quiet unmask $masked || true
    remove_files deploy/files deploy/sessions/*
    run rm -rf "$root"/etc/systemd/system/manabi-kiosk-light.{service,timer}.d "$root$usb_file" \
        "$root/var/cache/manabi-kiosk" "$root/var/lib/manabi-kiosk-sound" "$root/etc/manabi-kiosk"
    if [ -f "$root$cups_file" ] && [ -z "$dry" ]; then
        cups_without_ours "$root$cups_file" | rewrite "$root$cups_file"
    fi
    [ "$(pwd -P)" = "$root$program" ] || remove_program
    renew_boot_menu
    if running; then run systemctl daemon-reload; fi
    say "キオスクを外しました。/var/lib/manabi-kiosk（PIN・設定・利用の数）、/var/backups/manabi-kiosk（教材と訳）、利用者 kiosk は残っています。"
    say "The kiosk is gone; /var/lib/manabi-kiosk (PIN, settings, counts), /var/backups/manabi-kiosk (lessons, translations) and the user kiosk are left."
}

[ -n "$root$dry" ] || [ "$(id -u)" -eq 0 ] || fail "sudo を付けて始めてください / start it with sudo"
"${wish}_all"

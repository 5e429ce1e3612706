#!/bin/sh
# Brings the Debian packages that Qt, PortAudio, Chinese text and a headless screen need, and
# a face for readers with dyslexia.
# With the argument "tests" also those that the tests of accessibility drive the window with:
# a screen reader, its speech, a window manager and key presses, and that check what is exported.
# Does nothing where all are there; says what to install by hand where there is no apt.
set -eu

base="python3-venv make"
qt="libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libx11-xcb1
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-sync1
    libxcb-xfixes0 libxcb-xkb1"
sound="libpulse0 libpipewire-0.3-0 libxrandr2 libxext6 libdrm2 libportaudio2 libasound2-plugins"
chinese="fonts-noto-cjk"
dyslexia="fonts-opendyslexic"
headless="xvfb xauth dbus pulseaudio pulseaudio-utils"
screen_reader="orca speech-dispatcher python3-speechd"
export="epubcheck ffmpeg"
driving="openbox xdotool at-spi2-core gir1.2-atspi-2.0 python3 python3-gi procps fonts-dejavu-core
    libxcb-image0 libxcb-render0 libxcb-render-util0 libxcb-shm0 libxcb-util1 libx11-6 libxcb1
    libxkbcommon0 libfreetype6"
wanted="$base $qt $sound $chinese $dyslexia $headless"
[ "${1:-}" = tests ] && wanted="$wanted $screen_reader $driving $export"

if ! command -v apt-get >/dev/null 2>&1; then
    echo "No apt-get here, so system packages are left alone. Tingshu needs the equivalents of:"
    echo $wanted | fold -s -w 90
    exit 0
fi

# Debian 13 and Ubuntu 24.04 renamed some libraries (libglib2.0-0t64); either name will do.
present() {
    dpkg-query -W -f='${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null | grep -qx installed
}

missing=""
for package in $wanted; do
    present "$package" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "These packages are missing and need root: run as root" >&2
        echo "    apt-get install --no-install-recommends$missing" >&2
        exit 1
    fi
    root=sudo
fi
echo "Installing system packages:$missing"
$root apt-get update -qq
$root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing >/dev/null

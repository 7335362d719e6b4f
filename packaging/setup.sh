#!/bin/sh
# Makes the program's own environment in .venv: exact versions, every one checked by its hash.
#   packaging/setup.sh LOCKFILE STAMP [window]
# Needs Python 3.11 or later with venv, and with "window" the system libraries of Qt. Where these are missing on Debian or
# Ubuntu they are installed by apt-get (with sudo where needed); elsewhere the script says what is needed.
set -eu

lock=$1
stamp=$2
window=${3:-}
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
cd "$root"

find_python() {
    for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$name" ] || continue
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

install_packages() {
    packages=$(grep -v '^#' "$here/debian-packages.txt" | tr '\n' ' ')
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "$1 Install it, then run make again." >&2
        exit 1
    fi
    sudo=
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "As an administrator, run: apt-get install $packages" >&2
            exit 1
        fi
        sudo=sudo
    fi
    # shellcheck disable=SC2086  # a list of packages
    if ! { $sudo apt-get update && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages; }; then
        echo "The packages could not be installed. Run: sudo apt-get install $packages" >&2
        exit 1
    fi
}

make_environment() {
    rm -rf .venv
    "$1" -m venv .venv
}

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python || true)
    if [ -z "$python" ] || ! make_environment "$python" >/dev/null 2>&1; then
        install_packages "Python 3.11 or later with venv and pip is needed."
        python=$(find_python || true)
        if [ -z "$python" ]; then
            echo "This system's Python is older than 3.11. Install Python 3.11 or later, then run make again." >&2
            exit 1
        fi
        make_environment "$python"
    fi
fi

.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .

if [ "$window" = window ] && ! .venv/bin/python packaging/check_window.py; then
    install_packages "What Qt needs of the system is needed: see packaging/debian-packages.txt."
    .venv/bin/python packaging/check_window.py
fi
touch "$stamp"

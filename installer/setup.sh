#!/bin/sh
# Makes .venv ready to run and test OneWindow: Python, the locked dependencies, the system libraries that Qt needs.
# Called by `make`; safe to run again. Asks nothing and waits for nobody: what it may not install, it names.
set -eu
cd "$(dirname "$0")/.."
venv=.venv

say() { printf '%s\n' "$*"; }
fail() { printf '\nsetup: %s\n' "$*" >&2; exit 1; }

# Installs Debian packages when we are root, or when sudo needs no password. Returns 1 when we may not.
install_packages() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -eq 0 ]; then
        apt="env DEBIAN_FRONTEND=noninteractive apt-get"
    elif sudo -n true 2>/dev/null; then
        apt="sudo -n env DEBIAN_FRONTEND=noninteractive apt-get"
    else
        return 1
    fi
    # Another package manager at work is waited for, but not for ever; likewise a server that does not answer.
    apt="$apt -y -q -o DPkg::Lock::Timeout=180 -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30"
    say "Installing system packages: $*"
    if ! $apt install --no-install-recommends "$@" </dev/null >"$log" 2>&1; then
        # Most often the package lists are missing (a fresh machine) or old.
        { $apt update && $apt install --no-install-recommends "$@"; } </dev/null >"$log" 2>&1 || {
            tail -n 20 "$log" >&2
            return 1
        }
    fi
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
trap 'exit 130' INT TERM

# 1. A Python of 3.11 or later, able to make virtual environments.
python=
for candidate in "${PYTHON:-}" python3 python3.11 python3.12 python3.13 python3.14; do
    [ -n "$candidate" ] && command -v "$candidate" >/dev/null || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    install_packages python3 python3-venv || fail "Python 3.11 or later is needed. Install it: apt-get install python3 python3-venv"
    python=python3
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "this system's Python is older than 3.11. Install a later one and run: make setup PYTHON=/path/to/python3.11"
fi

# 2. The system packages: Python's own tools, and the libraries that Qt loads. All at once, so that they are named once.
needed=
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    needed="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
wanted=$needed
if [ "$(uname -s)" = Linux ]; then
    needed="$needed $("$python" installer/qt_libraries.py --offscreen | tr '\n' ' ')"
    wanted="$wanted $("$python" installer/qt_libraries.py | tr '\n' ' ')"
fi
# Unquoted on purpose from here: lists of package names.
if [ -n "$(echo $wanted)" ] && ! install_packages $wanted; then
    advice="as root: apt-get install $(echo $wanted)"
    [ -z "$(echo $needed)" ] || fail "this machine lacks system packages. Install them, $advice"
    say "Note: to show windows on this machine, Qt needs more system packages. Install them, $advice"
fi

# 3. The environment and the locked dependencies, each checked against its recorded hash.
if ! "$venv/bin/python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    say "Making $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
fi
pip="$venv/bin/python -m pip --disable-pip-version-check --no-input"
say "Installing the locked dependencies into $venv"
$pip install --quiet --require-hashes --only-binary :all: --no-deps -r requirements-dev.lock ||
    fail "the dependencies could not be installed. Python packages come from the index that pip is set up for."
$pip install --quiet --no-deps --no-build-isolation --editable . >"$log" 2>&1 || {
    cat "$log" >&2
    fail "the program itself could not be installed into $venv; the message stands above."
}

"$venv/bin/python" -c 'import PySide6.QtWidgets, PySide6.QtSvg' || fail "Qt does not load; its message stands above."
say "Ready."

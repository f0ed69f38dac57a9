#!/usr/bin/env bash
# Installs the record stores of others that tests/peers speaks with, below .peers/ and nowhere else: the product's own
# install never fetches them. Does nothing where they are in place; ends badly where they can't be had.
set -eu
cd "$(dirname "$0")/../.."
here=tests/peers
there=.peers

fresh() { [ -f "$there/$1" ] && cmp -s "$2" "$there/$1"; }

mkdir -p "$there"

if ! fresh npm.installed "$here/package-lock.json"; then
  printf '→ Learning Locker (npm)\n'
  mkdir -p "$there/npm"
  cp "$here/package.json" "$here/package-lock.json" "$there/npm/"
  # Its packages are old and their scripts build things that it does not need in memory.
  npm ci --prefix "$there/npm" --ignore-scripts --no-audit --no-fund --loglevel=error
  cp "$here/package-lock.json" "$there/npm.installed"
fi

if ! fresh pip.installed "$here/requirements.txt"; then
  printf '→ ralph (PyPI)\n'
  # A bare Debian has no Python, or one without its virtual environments.
  if ! python3 -c 'import ensurepip, venv' 2>/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends python3 python3-venv
  fi
  rm -rf "$there/venv"
  python3 -m venv "$there/venv"
  "$there/venv/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$there/pip.installed"
fi

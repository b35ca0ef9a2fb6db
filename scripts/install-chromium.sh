#!/usr/bin/env bash
# Installs the browser in which pages are tested, from the packages of the system; does nothing where one is there.
set -euo pipefail

for browser in chromium chromium-browser google-chrome; do
  if command -v "$browser" > /dev/null; then
    echo "pages are tested in $(command -v "$browser")"
    exit 0
  fi
done

if ! command -v apt-get > /dev/null; then
  echo 'install Chromium by hand, or name one in CHROMIUM_PATH: this system has no apt-get' >&2
  exit 1
fi

as_root=''
if [ "$(id -u)" -ne 0 ]; then as_root='sudo'; fi
export DEBIAN_FRONTEND=noninteractive
# One list out of date among many does not keep the package from being found.
$as_root apt-get update -qq || true
$as_root apt-get install -y -qq --no-install-recommends chromium > /dev/null
chromium --version --no-sandbox

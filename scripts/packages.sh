#!/usr/bin/env bash
# Debian packages that tests need, installed only where they are missing and where that is possible.
set -euo pipefail
needed=(strace:strace chromium:chromium tmux:tmux faketime:faketime)
missing=()
for pair in "${needed[@]}"; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
[ "${#missing[@]}" -eq 0 ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
  echo "Missing: ${missing[*]}; the tests that need them say so and are skipped." >&2
fi

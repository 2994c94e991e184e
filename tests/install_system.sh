#!/bin/sh
# Bring what tests need from apt where it is missing and apt may be used; otherwise say what will be skipped.
missing=""
command -v chromium >/dev/null 2>&1 && command -v chromedriver >/dev/null 2>&1 || missing="$missing chromium chromium-driver"
command -v java >/dev/null 2>&1 || missing="$missing openjdk-17-jdk-headless"
command -v mvn >/dev/null 2>&1 || missing="$missing maven"
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing for the tests:$missing" >&2
  apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends $missing >&2 && exit 0
fi
echo "Not installed:$missing. Tests that need them are skipped and say so." >&2
exit 0

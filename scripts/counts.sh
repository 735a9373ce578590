#!/usr/bin/env bash
# Adds up what the test runner reported, a line a module and one for all.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
total=0 failed=0 skipped=0
for module in "$root"/*/; do
  t=0 f=0 s=0
  for report in "$module"target/surefire-reports/TEST-*.xml; do
    [ -f "$report" ] || continue
    suite=$(sed -n '/<testsuite /,/>/p;/<testsuite /q' "$report" | tr '\n' ' ')
    number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$suite"; }
    t=$((t + $(number tests))) s=$((s + $(number skipped)))
    f=$((f + $(number failures) + $(number errors)))
  done
  [ "$t" -gt 0 ] && printf '%-10s %5d run, %d failed, %d skipped\n' "$(basename "$module")" "$t" "$f" "$s"
  total=$((total + t)) failed=$((failed + f)) skipped=$((skipped + s))
done
echo "$((total - failed - skipped)) passed, $failed failed, $skipped skipped"

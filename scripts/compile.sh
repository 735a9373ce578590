# ./dev compile: everything, tests too, under static analysis; prints warnings and errors only.
status=0
output=$(maven test-compile "$@" 2>&1) || status=$?
grep -v -E '^\[INFO\]|^.\[0m|^$|Re-run|For more|Help 1|To see|COMPILATION' <<<"$output" || true
exit "$status"

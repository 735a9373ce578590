# ./dev compile: everything, tests too, under static analysis; prints warnings and errors only.
maven test-compile "$@" 2>&1 | grep -v -E '^\[INFO\]|^.\[0m|^$|Re-run|For more|Help 1|To see|COMPILATION' || true
exit "${PIPESTATUS[0]}"

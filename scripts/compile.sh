# ./dev compile: everything, tests too, under static analysis; prints warnings and errors only.
quiet='^\[INFO\]|^.\[0m|^$|Re-run|For more|Help 1|To see|COMPILATION'
maven test-compile "$@" 2>&1 | { grep -v -E "$quiet" || true; }

# ./dev test: all that must hold before anything lands.
"$root/scripts/packages.sh"

status=0
maven -Pformat spotless:check -q || status=$?
[ "$status" -eq 0 ] || { echo "Formatting: run ./dev format" >&2; exit "$status"; }
rm -rf -- */target/surefire-reports
maven verify "$@" || status=$?
"$root/scripts/counts.sh"
exit "$status"

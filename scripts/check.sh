# ./dev check [NAME… | all] [--quick]: the named proofs behind the promises; without a name, what there is. Those whose names
# begin with page or xss run in Chromium, and `page-all` is all of them; their module is only built when one is asked for.
"$root/scripts/packages.sh"
checks() { # MODULE MAIN-CLASS FOLDERS ARGS…
  local module=$1 main=$2 folders=$3 scope=$4
  shift 4
  maven -q -Dfast -pl "$module" -am test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/check-classpath.txt -DincludeScope="$scope"
  local path=""
  for folder in $folders; do path="$path$root/$folder:"; done
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx1g ${CHECK_FLAGS:-} \
    -cp "$path$(<"$root/$module/target/check-classpath.txt")" "$main" "$@"
}
in_browser() { checks browser webhookinspector.browser.PageChecks "browser/target/test-classes" test "$@"; }
on_program() { checks checks webhookinspector.checks.Checks "checks/target/classes" runtime "$@"; }

case "${1:-}" in
  page-all) shift && in_browser all "$@" ;;
  page* | xss*) in_browser "$@" ;;
  all)
    shift
    failed=0
    on_program all "$@" || failed=1
    in_browser all "$@" || failed=1
    exit $failed
    ;;
  "") on_program && in_browser ;;
  *) on_program "$@" ;;
esac

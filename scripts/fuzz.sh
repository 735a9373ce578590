# ./dev fuzz [TARGET [SECONDS]]: looks for bytes that break a promise; without a target: lists them.
folder=$root/fuzz/src/main/java/webhookinspector/fuzz
target=${1:-}
if [ -z "$target" ] || ! grep -qs fuzzerTestOneInput "$folder/$target.java"; then
  [ -z "$target" ] || echo "fuzz: $target (expected: one of those below)" >&2
  echo "./dev fuzz TARGET [SECONDS], with one of:"
  grep -l fuzzerTestOneInput "$folder"/*.java | sed 's|.*/|  |; s|\.java$||'
  [ -z "$target" ] && exit 0 || exit 2
fi

maven -q -Dfast -pl fuzz -am compile dependency:build-classpath \
  -Dmdep.outputFile=target/classpath.txt -DincludeScope=runtime
# What it learns lies in target/; a finding is written there too, and belongs into the corpus once it is mended.
found=$root/fuzz/target/found/$target
mkdir -p "$found"
cd "$found"
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx1g -XX:+UseSerialGC -XX:+EnableDynamicAgentLoading \
  -cp "$root/fuzz/target/classes:$(<"$root/fuzz/target/classpath.txt")" com.code_intelligence.jazzer.Jazzer \
  --target_class="webhookinspector.fuzz.$target" --instrumentation_includes='webhookinspector.**' \
  -max_total_time="${2:-60}" -max_len=65536 "$found" "$root/fuzz/src/main/resources/fuzz/$target"

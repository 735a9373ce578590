# ./dev check [NAME… | all] [--quick]: the named proofs behind the promises; without a name, what there is.
"$root/scripts/packages.sh"
maven -q -Dfast -pl checks -am compile dependency:build-classpath \
  -Dmdep.outputFile=target/classpath.txt -DincludeScope=runtime
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx1g \
  -cp "$root/checks/target/classes:$(<"$root/checks/target/classpath.txt")" webhookinspector.checks.Checks "$@"

# Sourced by ./inspector and ./dev. Sets JAVA_HOME to a JDK of at least 25, although another one may be the default.

feature_of() { # the Java feature number of a JDK folder, or nothing
  [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  local candidate feature on_path
  on_path=$(command -v javac || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
    feature=$(feature_of "$candidate")
    [ -n "$feature" ] && [ "$feature" -ge 25 ] && echo "$candidate" && return 0
  done
  echo "JDK: none of version 25 or newer found (expected: in JAVA_HOME, on PATH or in /usr/lib/jvm)" >&2
  echo "Install one, for example Temurin 25, or set JAVA_HOME=/path/to/jdk-25." >&2
  return 3
}

JAVA_HOME=$(find_jdk) || exit 3
export JAVA_HOME

# Maven and Error Prone run inside this JDK; Error Prone reads the compiler's own packages.
maven() {
  command -v mvn >/dev/null || {
    echo "mvn: not found on PATH (expected: Apache Maven 3.8 or newer)" >&2
    return 3
  }
  local opens="" package
  for package in api code comp file main model parser processing tree util; do
    opens="$opens --add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
  done
  opens="$opens --add-opens=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED --add-opens=jdk.compiler/com.sun.tools.javac.comp=ALL-UNNAMED"
  MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $opens ${MAVEN_OPTS:-}" \
    mvn -f "$root/pom.xml" -B "$@"
}

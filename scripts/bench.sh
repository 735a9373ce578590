# ./dev bench [NAME]: measures beside a baseline; without a name: lists what there is.
list() {
  cat <<'TEXT'
receive [SECONDS] [ROUNDS]   verified, durable deliveries beside nginx, WireMock, Debian's webhook and Asana's sample's way (docs/performance.md)
start [ROUNDS]               how soon commands are there, and the memory of an idle service
ledger [SECONDS]             appends by 1, 32, 64 and 256 callers
jmh [PATTERN]                signature, parsing, filter and commit one by one, each beside the least it could cost
TEXT
}

name=${1:-}
case "$name" in
  "") list; exit 0 ;;
  receive) needed=(wrk:wrk nginx:nginx-light) wanted=webhook class=ReceiveBench settings=("${2:-3}" "${3:-3}") ;;
  start) needed=() class=StartBench settings=("${2:-9}") ;;
  ledger) needed=() class=LedgerBench settings=("${2:-5}") ;;
  jmh) needed=() ;;
  *)
    echo "bench: $name (expected: one of those below)" >&2
    list >&2
    exit 2
    ;;
esac

# What can be left out: the run then says so.
if [ -n "${wanted:-}" ] && ! command -v "$wanted" >/dev/null && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$wanted"; } >/dev/null 2>&1 || true
fi

missing=()
for pair in "${needed[@]}"; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
if [ "${#missing[@]}" -gt 0 ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
elif [ "${#missing[@]}" -gt 0 ]; then
  echo "${missing[*]}: not installed (expected: these packages; install them and run this again)" >&2
  exit 3
fi

maven -q -Dfast -pl bench -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
folder=$(mktemp -d "$root/bench/target/run.XXXXXX")
trap 'rm -rf -- "$folder"' EXIT
path=$root/bench/target/classes:$(<"$root/bench/target/classpath.txt")
on_bench() { "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -cp "$path" "$@"; }

if [ "$name" = jmh ]; then
  mkdir "$folder"/{sources,classes,tmp}
  on_bench org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator \
    "$root/bench/target/classes" "$folder/sources" "$folder/classes" default >/dev/null
  find "$folder/sources" -name '*.java' >"$folder/list"
  "$JAVA_HOME/bin/javac" -nowarn -proc:none -cp "$path" -d "$folder/classes" "@$folder/list"
  path=$folder/classes:$path
  on_bench org.openjdk.jmh.Main "${2:-pieces}" -f 1 -wi 3 -i 5 -w 1 -r 1 \
    -jvmArgs "--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Djava.io.tmpdir=$folder/tmp"
  exit
fi
on_bench "webhookinspector.bench.$class" "$folder" "${settings[@]}"

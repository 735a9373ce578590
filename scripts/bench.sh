# ./dev bench [NAME]: measures beside a baseline; without a name: lists what there is.
list() {
  cat <<'TEXT'
receive [SECONDS] [ROUNDS]   verified, durable deliveries beside nginx and Asana's sample's way (docs/performance.md)
start [ROUNDS]               how soon commands are there, and the memory of an idle service
ledger [SECONDS]             appends by 1, 32, 64 and 256 callers
TEXT
}

name=${1:-}
case "$name" in
  "") list; exit 0 ;;
  receive) needed=(wrk:wrk nginx:nginx-light) class=ReceiveBench settings=("${2:-5}" "${3:-3}") ;;
  start) needed=() class=StartBench settings=("${2:-9}") ;;
  ledger) needed=() class=LedgerBench settings=("${2:-5}") ;;
  *)
    echo "bench: $name (expected: one of those below)" >&2
    list >&2
    exit 2
    ;;
esac

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
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC \
  -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath.txt")" \
  "webhookinspector.bench.$class" "$folder" "${settings[@]}"

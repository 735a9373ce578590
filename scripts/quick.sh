# ./dev quick MODULE [TEST]: the inner loop. Analysis off, its output cut to what failed.
module=${1:?module: missing (expected: protocol, simulator, program, checks or bench)}
maven -q -Dfast -pl "$module" -am ${2:+-Dtest="$2" -Dsurefire.failIfNoSpecifiedTests=false} test

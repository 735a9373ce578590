# ./dev coverage [MODULES]: tests with JaCoCo, and what share of the lines of each package they ran.
modules=${1:-protocol,simulator,program}
maven -q -Dfast -Pcoverage -pl "$modules" -am verify
for report in */target/site/jacoco/jacoco.csv; do
  [ -f "$report" ] || continue
  echo "${report%%/*}"
  awk -F, 'NR > 1 { missed[$2] += $8; run[$2] += $9 }
    END { for (p in run) printf "  %5.1f %%  %5d lines  %s\n", 100 * run[p] / (run[p] + missed[p]), run[p] + missed[p], p }' \
    "$report" | sort -k 5
done

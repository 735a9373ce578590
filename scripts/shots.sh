# ./dev shots: pictures of the page's main views at three widths, light and dark, into the ignored folder shots/.
"$root/scripts/packages.sh"
mkdir -p "$root/shots"
maven -q -Dfast -pl browser -am -Dtest=ShotsTest -Dsurefire.failIfNoSpecifiedTests=false -Dshots="$root/shots" test
ls -1 "$root/shots"

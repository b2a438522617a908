#!/usr/bin/env bash
# How long the packaged console takes from its start to its first window, and to the window with the demo, with the AOT
# cache and without, one after the other so that both meet the same machine; and how much memory it has after 30 s of
# the demo. No screen is needed.
#   first-window.sh IMAGE [RUNS]
#     IMAGE  the app-image: target/installer-work/twinlease, or /usr/lib/twinlease once installed
#     RUNS   how often each; odd. Default: 7
# Times are milliseconds from before the process is made until the second pulse of the window, the first being drawn by then.
set -euo pipefail
image=$(realpath "$1") runs=${2:-7}
app=$image/lib/app
mapfile -t options < <(sed -n 's/^java-options=//p' "$app/twinlease.cfg" | sed "s|\$APPDIR|$app|g")
path=$(sed -n 's/^app.classpath=//p' "$app/twinlease.cfg" | sed "s|\$APPDIR|$app|g" | paste -sd:)
without=()
for option in "${options[@]}"; do [[ $option == -XX:AOTCache=* ]] || without+=("$option"); done
shown=$(mktemp)
trap 'rm -f "$shown"' EXIT

# start WORD... -- OPTION...: one start of the console with these words, in milliseconds
start() {
  local begun words=()
  while [[ $1 != -- ]]; do words+=("$1"); shift; done
  shift
  begun=$(date +%s%3N)
  "$image/lib/runtime/bin/java" "$@" -Dglass.platform=Headless -Dprism.order=sw -Dtwinlease.first-frame="$shown" \
    -cp "$path" org.twinlease.app.Main console "${words[@]}" >/dev/null
  echo $(($(<"$shown") - begun))
}

# median: of the numbers on standard input, a line each
median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }

# compare TITLE WORD...: the start with these words, with the cache and without
compare() {
  local title=$1 a b i fast=() slow=()
  shift
  # One of each, to read the files once.
  start "$@" -- "${options[@]}" >/dev/null
  start "$@" -- "${without[@]}" >/dev/null
  for ((i = 0; i < runs; i++)); do
    fast+=("$(start "$@" -- "${options[@]}")")
    slow+=("$(start "$@" -- "${without[@]}")")
  done
  a=$(printf '%s\n' "${fast[@]}" | median)
  b=$(printf '%s\n' "${slow[@]}" | median)
  echo "$title, with the cache:    ${fast[*]} ms, median $a"
  echo "$title, without the cache: ${slow[*]} ms, median $b"
  echo "$title, ratio: $(awk -v a="$a" -v b="$b" 'BEGIN { printf "%.2f", a / b }')"
}

echo "load $(cut -d' ' -f1 /proc/loadavg), $(nproc) processors"
compare "first window"
compare "window with the demo" --demo
echo "load $(cut -d' ' -f1 /proc/loadavg)"

"$image/lib/runtime/bin/java" "${options[@]}" -Dglass.platform=Headless -Dprism.order=sw -cp "$path" \
  org.twinlease.app.Main console --demo >/dev/null &
console=$!
sleep 30
awk '/^VmRSS/ { printf "memory after 30 s of the demo: %.0f MB\n", $2 / 1024 }' "/proc/$console/status"
kill "$console"
wait "$console" || true

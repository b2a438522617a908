# Sourced by clean-root.sh and rpm-root.sh: a step and what became of it, and who takes steps in the system under `$root`; what they
# leave to be looked at goes to `$work`.
chroot=$(command -v chroot)
failed=0 done=0

# check SENTENCE COMMAND...: a step, and what it printed when it went wrong
check() {
  local said=$1 out
  shift
  if out=$("$@" 2>&1); then
    done=$((done + 1))
    echo "ok    $said"
  else
    failed=$((failed + 1))
    echo "WRONG $said"
    sed 's/^/        /' <<<"$out" | tail -n 25
  fi
}

# inside SCRIPT: as root of the clean Debian
inside() {
  env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive \
    "$chroot" "$root" bash -euo pipefail -c "$1"
}

# as_ada SCRIPT: as a person without rights
as_ada() {
  env -i LANG=C.UTF-8 PATH=/usr/bin:/bin HOME=/home/ada \
    "$chroot" "$root" setpriv --reuid=ada --regid=ada --init-groups bash -euo pipefail -c "cd; $1"
}

# served SCRIPT: the server, with the user and the two rights of the unit, on a network with one other machine, for as long
# as SCRIPT runs there as root; it must end by SIGTERM with 0
served() {
  local rights=-all,+net_bind_service,+net_raw
  env -i LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/ unshare --net -- bash -euo pipefail -c '
    ip netns delete client 2>/dev/null || true
    ip netns add client
    ip link set lo up
    ip link add served type veth peer name wire netns client
    ip address add 192.0.2.1/24 dev served
    ip link set served up
    ip -n client address add 192.0.2.2/24 dev wire
    ip -n client link set wire up
    chroot "$1" setpriv --reuid=twinlease --regid=twinlease --clear-groups --no-new-privs \
      --inh-caps="$2" --ambient-caps="$2" --bounding-set="$2" \
      twinlease-server --config /etc/twinlease/dhcpd.conf --data /var/lib/twinlease --api 127.0.0.1:8067 >"$4" 2>&1 &
    server=$!
    for _ in $(seq 240); do
      grep -q "^ready" "$4" && break
      kill -0 $server || { cat "$4"; exit 1; }
      sleep 0.25
    done
    chroot "$1" twinlease status --connect http://127.0.0.1:8067 --token-file /var/lib/twinlease/api.token
    ip netns exec client chroot "$1" bash -euo pipefail -c "$3"
    kill $server
    wait $server
  ' - "$root" "$rights" "$1" "$work/server.log"
}

# everything: every file there is, without what apt and the system write for themselves
everything() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./run -o -path ./home \
    -o -path ./var/log -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/lib/rpm -o -path ./var/lib/ucf \
    -o -path ./usr/share/mime -o -name mimeinfo.cache -o -name icon-theme.cache -o -name 'passwd*' -o -name 'group*' \
    -o -name 'shadow*' -o -name 'gshadow*' -o -name 'sub?id*' \) -prune -o -print) | LC_ALL=C sort
}

# prepare FOLDER: what every program expects there, for as long as this runs
prepare() {
  mount -t proc proc "$1/proc"
  mkdir -p "$1/dev/shm"
  mount -t tmpfs tmpfs "$1/dev/shm"
  cp /etc/resolv.conf "$1/etc/resolv.conf"
}

# cache_fits: the AOT cache is taken by the launcher's Java
cache_fits() {
  as_ada 'cd /usr/lib/twinlease/lib; o=$(sed -n "s,^java-options=,,p" app/twinlease.cfg | sed "s,.APPDIR,$PWD/app,")
    runtime/bin/java $o -XX:AOTMode=on -cp $(sed -n "s,^app.classpath=,,p" app/twinlease.cfg | sed "s,.APPDIR,$PWD/app," | paste -sd:) \
      org.twinlease.app.Main --version'
}

# unfit_cache: where the cache doesn't fit, only the program speaks
unfit_cache() {
  inside 'jar=/usr/lib/twinlease/lib/app/twinlease.jar; touch -r $jar /tmp/time; touch $jar
    twinlease --version | tee /tmp/said; touch -r /tmp/time $jar; [[ $(wc -l </tmp/said) == 2 ]]'
}

# console_on [VARIABLE=VALUE...]: the console on a screen without a desktop, until it shows the demo; a picture of it
console_on() {
  as_ada "export $* TWINLEASE_PICTURE=\$PWD/console.png
    xvfb-run -a -s '-screen 0 1440x900x24 -nolisten tcp' bash -c '
      twinlease console \${TWINLEASE_OPENS-} >said 2>&1 & console=\$!
      for _ in \$(seq 240); do xwininfo -root -tree | grep -q \"\\\"Twinlease\" && break; kill -0 \$console || exit 1; sleep 0.25; done
      sleep 15
      import -window root \$TWINLEASE_PICTURE
      kill -0 \$console || exit 1; kill \$console; wait \$console || true'
    cat said
    # More than an empty window has.
    colours=\$(identify -format %k console.png); echo \"\$colours colours\"; ((colours > 500))"
}

#!/usr/bin/env bash
# Boots an empty Debian with the .deb in it, and has its systemd start, reload, restart after a kill, and stop the server.
#   booted-unit.sh DEB [WORK]
#     DEB    target/installer/twinlease_VERSION_ARCH.deb
#     WORK   the folder of clean-root.sh, whose base is used. Default: target/clean-root
# Needs root and systemd-nspawn (Debian: systemd-container), and clean-root.sh to have run. Ends with 0 when all was right.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
(($# >= 1)) || { sed -n '2,6p' "$0"; exit 2; }
deb=$(realpath "$1")
work=$(realpath "${2:-$here/../../target/clean-root}")
[[ $(id -u) == 0 ]] || { echo "booted-unit.sh: must be root" >&2; exit 2; }
[[ -e $work/base/etc/clean-root ]] || { echo "booted-unit.sh: no $work/base; run clean-root.sh first" >&2; exit 2; }
command -v systemd-nspawn >/dev/null || { echo "booted-unit.sh: no systemd-nspawn; apt-get install systemd-container" >&2; exit 2; }

root=$work/booted
rm -rf --one-file-system "$root"
cp -a --reflink=auto "$work/base" "$root"
cp "$deb" "$root/srv/twinlease.deb"
cp /etc/resolv.conf "$root/etc/resolv.conf"
unshare --mount --propagation private -- bash -c '
  mount -t proc proc "$1/proc"
  chroot "$1" env DEBIAN_FRONTEND=noninteractive bash -euc "
    apt-get -q update
    apt-get -y -q install --no-install-recommends systemd-sysv dbus /srv/twinlease.deb
    rm /usr/sbin/policy-rc.d"' - "$root" >"$work/booted.log" 2>&1 || { tail "$work/booted.log"; exit 1; }
cat >"$root/etc/twinlease/dhcpd.conf" <<'CONF'
authoritative;
subnet 192.0.2.0 netmask 255.255.255.0 {
  range 192.0.2.100 192.0.2.199;
}
CONF

cat >"$root/srv/steps.sh" <<'STEPS'
unit=twinlease-server failed=0
check() {
  local said=$1 out
  shift
  if out=$("$@" 2>&1); then echo "ok    $said"; else failed=1 && echo "WRONG $said" && sed 's/^/        /' <<<"$out"; fi
}
# logged TEXT TIMES: until the unit's log has said it so often
logged() {
  for _ in $(seq 240); do
    (($(journalctl -q -u $unit | grep -c -e "$1") >= $2)) && return 0
    sleep 0.25
  done
  journalctl -q -u $unit
  return 1
}
pid() { systemctl show -p MainPID --value $unit; }
# bits 10 and 13: CAP_NET_BIND_SERVICE, CAP_NET_RAW
rights() { grep Cap "/proc/$(pid)/status" && [[ $(grep -c "^Cap.*0000000000002400" "/proc/$(pid)/status") == 5 ]]; }
sandboxed() { grep -E "NoNewPrivs|Seccomp:" "/proc/$(pid)/status" | grep -c "[12]$" | grep -x 2; }

ip link set lo up
ip link add served type veth peer name wire
ip address add 192.0.2.1/24 dev served
ip link set served up
ip link set wire up
check "it was not started by itself" bash -c "! systemctl is-active $unit"
check "systemd enables and starts it" systemctl enable --now $unit
check "it serves" logged '\]: ready 192.0.2.1:67' 1
check "it runs as its own user" bash -c "[[ \$(stat -c %U /proc/$(pid)) == twinlease ]]"
check "it has the two rights and no more" rights
check "it can gain no others, and its system calls are filtered" sandboxed
check "it answers who has its token" \
  twinlease status --connect http://127.0.0.1:8067 --token-file /var/lib/twinlease/api.token
echo "subnet" >>/etc/twinlease/dhcpd.conf
systemctl reload $unit
check "a reload refuses a configuration with errors and goes on" logged 'stays in force' 1
sed -i '$d' /etc/twinlease/dhcpd.conf
systemctl reload $unit
check "a reload takes one without" logged 'was read again and is in force' 1
kill -KILL "$(pid)"
check "it is started again after it was killed" logged '\]: ready 192.0.2.1:67' 2
check "it stops" systemctl stop $unit
check "with success" bash -c "[[ \$(systemctl show -p Result --value $unit) == success ]]"
echo "subnet" >>/etc/twinlease/dhcpd.conf
systemctl start $unit
check "with a configuration that it refuses it is not tried again and again" \
  bash -c "sleep 8; [[ \$(systemctl show -p ActiveState --value $unit) == failed ]]"
echo "ended $failed"
systemctl poweroff
STEPS
cat >"$root/etc/systemd/system/steps.service" <<'UNIT'
[Service]
Type=oneshot
ExecStart=/bin/bash /srv/steps.sh
StandardOutput=file:/srv/steps.log
StandardError=file:/srv/steps.log
UNIT
mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
ln -s ../steps.service "$root/etc/systemd/system/multi-user.target.wants/steps.service"

timeout 300 systemd-nspawn --quiet --directory="$root" --boot --private-network --register=no --keep-unit \
  </dev/null >>"$work/booted.log" 2>&1 || { tail "$work/booted.log"; exit 1; }
cat "$root/srv/steps.log"
grep -qx "ended 0" "$root/srv/steps.log"

#!/usr/bin/env bash
# Installs the .rpm with rpm, uses it, upgrades and removes it, and says of every step whether it was as it should be. Ends with 0
# when all were. The system is a Debian in the place of a Fedora: the base that clean-root.sh made, with a database of packages
# that is empty. So rpm is told to leave out what the package requires (glibc, shadow-utils), and what it recommends comes by apt.
#   rpm-root.sh RPM [WORK]
#     RPM    target/installer/twinlease-VERSION-1.ARCH.rpm
#     WORK   the folder of clean-root.sh, whose base is used. Default: target/clean-root
# Needs root, rpm, rpm2cpio, cpio and iproute2, and clean-root.sh to have run. The screenshot of the console is WORK/console-rpm.png.
set -euo pipefail

if [[ -z ${TWINLEASE_IN_NAMESPACE-} ]]; then
  (($# >= 1)) || { sed -n '2,9p' "$0"; exit 2; }
  [[ -r $1 ]] || { echo "rpm-root.sh: no package $1; mvn -q -Pinstaller package -DskipTests makes one where rpmbuild is" >&2; exit 2; }
  [[ $(id -u) == 0 ]] || { echo "rpm-root.sh: must be root" >&2; exit 2; }
  for tool in rpm rpmbuild rpm2cpio cpio unshare ip; do
    command -v "$tool" >/dev/null || { echo "rpm-root.sh: no $tool; apt-get install rpm cpio util-linux iproute2" >&2; exit 2; }
  done
  TWINLEASE_IN_NAMESPACE=yes exec unshare --mount --pid --fork --kill-child --propagation private -- "$0" "$@"
fi

here=$(cd "$(dirname "$0")" && pwd)
package=$(realpath "$1")
work=$(realpath "${2:-$here/../../target/clean-root}")
root=$work/rpm-root
[[ -e $work/base/etc/clean-root ]] || { echo "rpm-root.sh: no $work/base; run clean-root.sh first" >&2; exit 2; }
source "$here/root-steps.sh"

# in_root WORD...: rpm, for the system under $root
in_root() { rpm --root "$root" --dbpath /var/lib/rpm "$@"; }

# install WORD...: the same, where nothing that the package requires is in the database
install() { in_root --nodeps --noplugins "$@"; }

# --- the system

rm -rf --one-file-system "$root"
cp -a --reflink=auto "$work/base" "$root"
prepare "$root"
inside 'useradd --create-home ada'
inside "apt-get -q update && apt-get -y -q install $(sed -n 's/^Recommends: //p' "$here/debian/control" | tr -d , | sed 's/[^ ]* | //')" \
  >"$work/apt.log" 2>&1 || { tail "$work/apt.log"; exit 1; }
in_root --initdb

version=$(rpm -qp --qf '%{VERSION}' "$package")
older=0.0.1
# The same package as an older version, with one default of the configuration as it might have been.
rm -rf "$work/older" && mkdir -p "$work/older/stage"
(cd "$work/older/stage" && rpm2cpio "$package" | cpio --quiet -idm --no-preserve-owner)
rm -rf "$work/older/stage/var"
echo "# of an older version" >>"$work/older/stage/etc/twinlease/dhcpd.conf"
# Packing it small would take a minute.
sed '/_binary_payload/s/w3.xzdio/w0.gzdio/' "$here/twinlease.spec" >"$work/older/twinlease.spec"
rpmbuild --quiet -bb --target "$(uname -m)" --define "_topdir $work/older/rpm" --define "_rpmdir $work/older" \
  --define "_rpmfilename old.rpm" --define "stage $work/older/stage" --define "tl_version $older" \
  "$work/older/twinlease.spec" >"$work/rpmbuild.log" 2>&1 || { tail "$work/rpmbuild.log"; exit 1; }
echo "== Debian $(<"$root/etc/debian_version") with $(rpm --version), twinlease $version"
everything >"$work/before.txt"

# --- the older version

check "it requires what every Fedora has, and nothing else" \
  bash -c 'rpm -qp --requires "$1" | grep -vx -e glibc -e shadow-utils -e /bin/sh -e "rpmlib(.*" | tee /dev/stderr | (! grep -q .)' - "$package"
check "rpm installs version $older" install -i "$work/older/old.rpm"
check "nothing is otherwise than in the package" in_root -V --nodeps twinlease
check "the server has a user of its own, who cannot log in" inside 'getent passwd twinlease | grep nologin'
check "its data folder is nobody else's to read" inside '[[ $(stat -c "%U %a" /var/lib/twinlease) == "twinlease 750" ]]'
check "the unit is there and not enabled" inside '[[ $(systemctl --root=/ is-enabled twinlease-server) == disabled ]]'
check "systemd finds nothing wrong with the unit" inside 'systemd-analyze verify --man=yes twinlease-server.service'

cat >"$root/etc/twinlease/dhcpd.conf" <<'CONF'
authoritative;
subnet 192.0.2.0 netmask 255.255.255.0 {
  range 192.0.2.100 192.0.2.199;
}
CONF
as_ada 'mkdir -p .config/twinlease && echo theme=dark >.config/twinlease/console.properties'
inside 'systemctl --root=/ -q enable twinlease-server'
check "the server serves with the unit's user and rights, and ends by SIGTERM" \
  served 'twinlease load --server 192.0.2.1 --giaddr 192.0.2.2 --clients 20 --seconds 3'
check "its leases are on disk" \
  inside 'twinlease leases list --data /var/lib/twinlease >/tmp/leases-before; grep -c 192.0.2.1 /tmp/leases-before'

# --- upgrade

check "rpm upgrades it to $version" install -U "$package"
check "it is the new version, and the only one" \
  bash -c '[[ $("${@:2}" -q twinlease) == twinlease-$1-1.* ]]' - "$version" rpm --root "$root" --dbpath /var/lib/rpm
check "it says of what it is made" \
  as_ada "twinlease --version | tee said; grep -q '^twinlease ${version%%-*} (' said; grep -q 'Java .*Netty .*JavaFX' said"
check "the configuration is the administrator's, and the package's own lies beside it" \
  inside 'grep -q "^  range 192.0.2.100" /etc/twinlease/dhcpd.conf; test -s /etc/twinlease/dhcpd.conf.rpmnew'
check "the leases are those from before" \
  inside 'twinlease leases list --data /var/lib/twinlease | diff /tmp/leases-before -'
check "the unit is still enabled" inside '[[ $(systemctl --root=/ is-enabled twinlease-server) == enabled ]]'
check "the new version serves with the old data" served 'twinlease load --server 192.0.2.1 --giaddr 192.0.2.2 --clients 20 --seconds 1'

# --- on the desktop

check "menu entries are valid" inside 'for f in /usr/share/applications/twinlease*.desktop; do desktop-file-validate $f; done'
check "every command has a man page" inside 'for page in /usr/share/man/man1/twinlease*; do man --warnings -l $page >/dev/null; done'
check "the AOT cache fits what was installed" cache_fits
check "a cache that does not fit is passed over in silence" unfit_cache
check "the console opens its window with the demo" console_on TWINLEASE_OPENS=--demo
cp "$root/home/ada/console.png" "$work/console-rpm.png" 2>/dev/null || true

# --- removal

check "rpm removes it" in_root -e twinlease
check "leases stay, and the administrator's configuration as .rpmsave" \
  inside 'test -n "$(ls -A /var/lib/twinlease)"; grep -q "^  range 192.0.2.100" /etc/twinlease/dhcpd.conf.rpmsave'
check "the unit is enabled no more" inside '[[ ! -L /etc/systemd/system/multi-user.target.wants/twinlease-server.service ]]'
inside 'rm -r /var/lib/twinlease /etc/twinlease'
everything >"$work/after.txt"
check "no other file is left that was not there before" diff "$work/before.txt" "$work/after.txt"
check "installed again and removed at once, it leaves nothing at all" \
  bash -c '"$@" --nodeps --noplugins -i "$0" && "$@" -e twinlease' "$package" rpm --root "$root" --dbpath /var/lib/rpm
everything >"$work/after.txt"
check "neither a folder nor a configuration" diff "$work/before.txt" "$work/after.txt"
check "a person's choices are the person's" as_ada 'grep -q theme=dark .config/twinlease/console.properties'

rm -rf "$work/older"
echo "== $done right, $failed wrong; the console: $work/console-rpm.png"
((failed == 0))

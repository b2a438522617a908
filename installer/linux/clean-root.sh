#!/usr/bin/env bash
# Installs the .deb with apt on a Debian that has nothing else, uses it as a person and as an administrator would, upgrades,
# removes and purges it, and says of every step whether it was as it should be. Ends with 0 when all were.
#   clean-root.sh DEB [WORK]
#     DEB    target/installer/twinlease_VERSION_ARCH.deb
#     WORK   where the Debian goes, some 1.5 GB; kept, so that the next run is quicker. Default: target/clean-root
# Needs root, debootstrap, dpkg-dev, iproute2 and a Debian mirror (DEBIAN_MIRROR, DEBIAN_SUITE). The screenshot of the console is
# WORK/console.png.
set -euo pipefail

if [[ -z ${TWINLEASE_IN_NAMESPACE-} ]]; then
  (($# >= 1)) || { sed -n '2,8p' "$0"; exit 2; }
  [[ -r $1 ]] || { echo "clean-root.sh: no package $1; mvn -q -Pinstaller package -DskipTests makes one" >&2; exit 2; }
  [[ $(id -u) == 0 ]] || { echo "clean-root.sh: must be root, to make a Debian of its own" >&2; exit 2; }
  for tool in debootstrap dpkg-deb unshare ip; do
    command -v "$tool" >/dev/null || { echo "clean-root.sh: no $tool; apt-get install debootstrap dpkg-dev util-linux iproute2" >&2; exit 2; }
  done
  # What is mounted and started here is gone when this ends.
  TWINLEASE_IN_NAMESPACE=yes exec unshare --mount --pid --fork --kill-child --propagation private -- "$0" "$@"
fi

here=$(cd "$(dirname "$0")" && pwd)
deb=$(realpath "$1")
work=${2:-$here/../../target/clean-root}
mkdir -p "$work"
work=$(realpath "$work")
base=$work/base root=$work/root
suite=${DEBIAN_SUITE:-bookworm}
source "$here/root-steps.sh"

# --- a clean Debian

# The base is kept: an empty Debian with what looks at the program from outside, and nothing that the program needs.
if [[ ! -e $base/etc/clean-root ]]; then
  rm -rf --one-file-system "$base"
  debootstrap --variant=minbase "$suite" "$base" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$work/debootstrap.log" ||
    { tail -n 5 "$work/debootstrap.log"; exit 1; }
  printf '#!/bin/sh\nexit 101\n' >"$base/usr/sbin/policy-rc.d"
  chmod 755 "$base/usr/sbin/policy-rc.d"
  # It is thrown away, so it need not outlive a power cut.
  echo force-unsafe-io >"$base/etc/dpkg/dpkg.cfg.d/clean-root"
  prepare "$base"
  root=$base inside 'apt-get -q update && apt-get -y -q install --no-install-recommends xvfb xauth x11-utils imagemagick \
    man-db desktop-file-utils systemd bash-completion zsh iproute2 procps' >"$work/apt.log" 2>&1 || { tail "$work/apt.log"; exit 1; }
  umount "$base/dev/shm" "$base/proc"
  touch "$base/etc/clean-root"
fi
rm -rf --one-file-system "$root"
cp -a --reflink=auto "$base" "$root"
prepare "$root"

version=$(dpkg-deb -f "$deb" Version)
older=0.0.1
cp "$deb" "$root/srv/new.deb"
# The same package as an older version, with one default of the configuration as it might have been.
dpkg-deb --raw-extract "$deb" "$work/older"
sed -i "s/^Version: .*/Version: $older/" "$work/older/DEBIAN/control"
echo "# of an older version" >>"$work/older/etc/twinlease/dhcpd.conf"
dpkg-deb --root-owner-group -Znone --build "$work/older" "$root/srv/old.deb" >/dev/null
rm -rf "$work/older"

inside "apt-get -q update" >"$work/apt.log" 2>&1
echo "== Debian $(<"$root/etc/debian_version"), twinlease $version"
inside 'useradd --create-home ada'

# --- without a desktop

check "apt installs it on a system without a desktop" \
  inside 'apt-get -y -q install --no-install-recommends /srv/old.deb'
check "the demo runs in the terminal there, and says which package a window needs" \
  as_ada 'twinlease console --demo --seconds 3 2>&1 | tee said; grep -q "There is no display here" said'
check "with a display, it names the library that is missing" \
  as_ada 'DISPLAY=:9 twinlease console --demo --seconds 3 2>&1 | tee said; grep -q "apt install" said'
inside 'apt-get -y -q purge twinlease && apt-get -y -q autoremove --purge' >>"$work/apt.log" 2>&1

# --- the older version, with a desktop's libraries

# Those stay when the package goes: what is looked for below is what it leaves behind itself.
inside 'apt-get -y -q install adduser $(dpkg-deb -f /srv/new.deb Recommends | tr -d , | sed "s/[^ ]* | //")' \
  >>"$work/apt.log" 2>&1 || { tail "$work/apt.log"; exit 1; }
everything >"$work/before.txt"
check "apt installs version $older" inside 'apt-get -y -q install /srv/old.deb'
check "the server has a user of its own" inside 'getent passwd twinlease'
check "its data folder is nobody else's to read" inside '[[ $(stat -c "%U %a" /var/lib/twinlease) == "twinlease 750" ]]'
check "the unit is there and not enabled" inside '[[ $(systemctl --root=/ is-enabled twinlease-server) == disabled ]]'
check "systemd finds nothing wrong with the unit" inside 'systemd-analyze verify --man=yes twinlease-server.service'
check "systemd-analyze calls it safe" \
  inside 'systemd-analyze security --offline=yes --threshold=30 --no-pager twinlease-server.service | tail -n 1'
check "the unit asks for the two rights and no more" \
  inside 'f=/usr/lib/systemd/system/twinlease-server.service; for set in CapabilityBoundingSet AmbientCapabilities; do
    grep -qx "$set=CAP_NET_BIND_SERVICE CAP_NET_RAW" $f; done'

cat >"$root/etc/twinlease/dhcpd.conf" <<'CONF'
authoritative;
subnet 192.0.2.0 netmask 255.255.255.0 {
  range 192.0.2.100 192.0.2.199;
}
CONF
as_ada 'mkdir -p .config/twinlease && echo theme=dark >.config/twinlease/console.properties'
inside 'systemctl --root=/ -q enable twinlease-server'

check "the server serves port 67 with the unit's user and rights, gives leases, and ends by SIGTERM" \
  served 'twinlease load --server 192.0.2.1 --giaddr 192.0.2.2 --clients 20 --seconds 3'
check "its leases are on disk" \
  inside 'twinlease leases list --data /var/lib/twinlease >/tmp/leases-before; grep -c 192.0.2.1 /tmp/leases-before'

# --- upgrade

check "apt upgrades it to $version, with a configuration that the administrator wrote" \
  inside 'apt-get -y -q -o Dpkg::Options::=--force-confold install /srv/new.deb'
check "it is the new version, and says of what it is made" \
  as_ada "twinlease --version | tee said; grep -q '^twinlease ${version%%-*} (' said; grep -q 'Java .*Netty .*JavaFX' said"
check "the configuration is the administrator's" inside 'grep -q "^  range 192.0.2.100" /etc/twinlease/dhcpd.conf'
check "the leases are those from before" \
  inside 'twinlease leases list --data /var/lib/twinlease | diff /tmp/leases-before -'
check "a person's choices are those from before" as_ada 'grep -q theme=dark .config/twinlease/console.properties'
check "the unit is still enabled" inside '[[ $(systemctl --root=/ is-enabled twinlease-server) == enabled ]]'
check "the new version serves with the old data" served 'twinlease load --server 192.0.2.1 --giaddr 192.0.2.2 --clients 20 --seconds 1'

# --- on the desktop

check "menu entries are valid" inside 'for f in /usr/share/applications/twinlease*.desktop; do desktop-file-validate $f; done'
check "dhcpd.conf may be opened with it, and both menu entries' commands are ones that it knows" \
  inside 'grep -q "^application/x-dhcpd-conf=.*twinlease-dhcpd-conf.desktop" /usr/share/applications/mimeinfo.cache
    grep -q "glob pattern=.dhcpd.conf" /usr/share/mime/packages/twinlease.xml
    for f in /usr/share/applications/twinlease*.desktop; do
      for option in $(sed -n "s/^Exec=twinlease//p" $f | grep -o -- "--[a-z-]*"); do twinlease console --help | grep -e " $option"; done
    done'
check "the menu entry's icon is there in every size" \
  inside 'for s in 16x16 24x24 32x32 48x48 64x64 128x128 256x256 512x512; do
    identify /usr/share/icons/hicolor/$s/apps/twinlease.png | grep " $s "; done
    test -s /usr/share/icons/hicolor/scalable/apps/twinlease.svg'
check "every command has a man page" \
  inside 'for page in $(cd /usr/share/man/man1 && ls twinlease*); do man --warnings -l /usr/share/man/man1/$page >/dev/null; done
    man -w twinlease twinlease-server twinlease-serve'
check "bash completes" \
  as_ada 'set +u; compopt() { :; }; COMP_LINE="twinlease ch"; COMP_POINT=12; source /usr/share/bash-completion/completions/twinlease; COMP_WORDS=(twinlease ch); COMP_CWORD=1
    $(complete -p twinlease | sed "s/.*-F \([^ ]*\).*/\1/"); printf "%s\n" "${COMPREPLY[@]}" | grep -x check'
check "zsh completes" \
  as_ada "zsh -fc 'fpath=(/usr/share/zsh/vendor-completions \$fpath); autoload -U compinit && compinit -u -D; whence -w _twinlease; print \$_comps[twinlease]' | grep -x _twinlease"
check "third-party licences and the bill of materials are there" \
  inside 'grep -q netty /usr/share/doc/twinlease/THIRD-PARTY.txt; grep -q CycloneDX /usr/share/doc/twinlease/bom.json
    test -e /usr/lib/twinlease/lib/runtime/legal/java.base/LICENSE'
check "the AOT cache fits what was installed" cache_fits
check "a cache that does not fit is passed over in silence" unfit_cache
check "the console opens its window with the demo" console_on TWINLEASE_OPENS=--demo
cp "$root/home/ada/console.png" "$work/console.png" 2>/dev/null || true
check "the console opens a dhcpd.conf" console_on 'TWINLEASE_OPENS="--config /etc/twinlease/dhcpd.conf"'
cp "$root/home/ada/console.png" "$work/console-dhcpd-conf.png" 2>/dev/null || true
# GTK and the graphics driver keep caches of their own.
check "nothing but the choices is written to the home" \
  as_ada 'find . -type f ! -name "said" ! -name "console.png" ! -path "./.bash*" ! -path "./.profile" ! -path "./.zcompdump*" ! -path "./.cache/*" \
    ! -path "./.config/twinlease/*" | tee left; [[ ! -s left || $(grep -vc "^./left$" left) == 0 ]]'
check "without any font on the system" console_on FONTCONFIG_FILE=/dev/null TWINLEASE_OPENS=--demo
inside 'chown -R root: /home/ada'
check "with a home that cannot be written" as_ada '! touch x 2>/dev/null
  xvfb-run -a bash -c "twinlease console --demo >/tmp/ro 2>&1 & sleep 12; kill -0 \$!; kill \$!; wait \$! || true"; cat /tmp/ro'
inside 'chown -R ada: /home/ada'
check "two consoles at once" as_ada 'xvfb-run -a bash -c "twinlease console --demo >/tmp/1 2>&1 & a=\$!; twinlease console --demo >/tmp/2 2>&1 & b=\$!
  sleep 20; kill -0 \$a; kill -0 \$b; kill \$a; sleep 3; kill -0 \$b; kill \$b; wait || true"; cat /tmp/1 /tmp/2'
check "demos leave nothing in the folder for temporary files" inside '! ls -d /tmp/twinlease-demo-* 2>/dev/null'

# --- remove, purge

check "apt removes it" inside 'apt-get -y -q remove twinlease'
check "configuration and leases stay" \
  inside 'test -s /etc/twinlease/dhcpd.conf; test -d /var/lib/twinlease; [[ ! -e /usr/lib/twinlease && ! -e /usr/bin/twinlease ]]'
check "apt purges it" inside 'apt-get -y -q purge twinlease'
check "no user, no data, no configuration is left" \
  inside '! getent passwd twinlease; ! getent group twinlease; [[ ! -e /etc/twinlease && ! -e /var/lib/twinlease ]]'
everything >"$work/after.txt"
check "no file is left that was not there before" diff "$work/before.txt" "$work/after.txt"
check "a person's choices are the person's" as_ada 'grep -q theme=dark .config/twinlease/console.properties'

rm -f "$root/srv/"*.deb
echo "== $done right, $failed wrong; the console: $work/console.png"
((failed == 0))

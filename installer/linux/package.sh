#!/usr/bin/env bash
# Lays the app-image and what belongs to a Debian or RPM system out as it will be installed, and packs it.
#   package.sh IMAGE MANUAL OUT VERSION
#     IMAGE    the app-image that jpackage made: bin, lib
#     MANUAL   the folder with man pages and completions that the program wrote
#     OUT      where the packages go: twinlease_VERSION_ARCH.deb, .rpm where rpmbuild is, and the app-image as .tar.xz
# The same input gives the same octets: times are SOURCE_DATE_EPOCH's or the version's own.
set -euo pipefail
for tool in xz gzip tar; do
  command -v "$tool" >/dev/null || { echo "package.sh: no $tool here; on Debian: apt-get install xz-utils gzip tar" >&2; exit 1; }
done
here=$(cd "$(dirname "$0")" && pwd)
image=$1 manual=$2 out=$3 version=$4
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-1767225600}
arch=$(dpkg --print-architecture 2>/dev/null || echo amd64)
stage=$out/stage
rm -rf "$stage" && mkdir -p "$stage" "$out"

put() { install -D -m "$1" "$2" "$stage/$3"; }

mkdir -p "$stage/usr/lib/twinlease" "$stage/usr/bin" "$stage/var/lib"
cp -a "$image/." "$stage/usr/lib/twinlease/"
for name in twinlease twinlease-server; do ln -s "../lib/twinlease/bin/$name" "$stage/usr/bin/$name"; done
rm -f "$stage/usr/lib/twinlease/lib/"*.png

put 644 "$here/twinlease.desktop" usr/share/applications/twinlease.desktop
# Offered under "open with"; the default for these files stays the editor that it was.
put 644 "$here/twinlease-dhcpd-conf.desktop" usr/share/applications/twinlease-dhcpd-conf.desktop
put 644 "$here/twinlease-mime.xml" usr/share/mime/packages/twinlease.xml
for size in 16 24 32 48 64 128 256 512; do
  put 644 "$here/../../icons/twinlease-$size.png" "usr/share/icons/hicolor/${size}x$size/apps/twinlease.png"
done
put 644 "$here/../../icons/twinlease.svg" usr/share/icons/hicolor/scalable/apps/twinlease.svg
put 644 "$here/../../icons/twinlease-symbolic.svg" usr/share/icons/hicolor/symbolic/apps/twinlease-symbolic.svg

put 644 "$here/twinlease-server.service" usr/lib/systemd/system/twinlease-server.service
put 644 "$here/dhcpd.conf" etc/twinlease/dhcpd.conf
put 644 "$here/twinlease-server.default" etc/default/twinlease-server

for page in "$manual"/man1/*.1; do
  mkdir -p "$stage/usr/share/man/man1"
  gzip -9n <"$page" >"$stage/usr/share/man/man1/$(basename "$page").gz"
done
# Sourced, never run.
sed '1{/^#!/d}' "$manual/twinlease.bash" |
  install -D -m 644 /dev/stdin "$stage/usr/share/bash-completion/completions/twinlease"
# zsh takes bash's by its own bridge.
install -D -m 644 "$here/zsh-completion" "$stage/usr/share/zsh/vendor-completions/_twinlease"

# The server's own name has the page of what it does.
ln -s twinlease-serve.1.gz "$stage/usr/share/man/man1/twinlease-server.1.gz"

doc=usr/share/doc/twinlease
put 644 "$here/debian/copyright" "$doc/copyright"
put 644 "$here/../../README.md" "$doc/README.md"
for page in "$here"/../../docs/*.md; do put 644 "$page" "$doc/docs/${page##*/}"; done
for extra in THIRD-PARTY.txt bom.json; do
  [[ ! -e $manual/$extra ]] || put 644 "$manual/$extra" "$doc/$extra"
done
gzip -9n <"$here/../../CHANGELOG.md" >"$stage/$doc/NEWS.gz"
printf 'twinlease (%s) unstable; urgency=medium\n\n  * See NEWS.gz.\n\n -- The Twinlease developers <developers@twinlease.org>  %s\n' \
  "$version" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$stage/$doc/changelog.gz"

chmod -R u=rwX,go=rX "$stage"
find "$stage" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# --- app-image
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
  --transform "s,^\.,twinlease-$version," -C "$image" -cf - . | xz -3 >"$out/twinlease-$version-linux-$arch.tar.xz"

# --- Debian
if command -v dpkg-deb >/dev/null; then
  control=$stage/DEBIAN
  mkdir -p "$control"
  sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@SIZE@/$(du -k -s --apparent-size "$stage" | cut -f1)/" \
    "$here/debian/control" >"$control/control"
  install -m 644 "$here/debian/conffiles" "$control/conffiles"
  install -D -m 644 "$here/debian/lintian-overrides" "$stage/usr/share/lintian/overrides/twinlease"
  for script in postinst prerm postrm; do install -m 755 "$here/debian/$script" "$control/$script"; done
  (cd "$stage" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$control/md5sums"
  find "$control" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz -z3 --build "$stage" "$out/twinlease_${version}_$arch.deb" >/dev/null
  rm -rf "$control" "$stage/usr/share/lintian"
else
  echo "package.sh: no dpkg-deb here, so no .deb (on Debian: apt-get install dpkg-dev)" >&2
fi

# --- RPM
if command -v rpmbuild >/dev/null; then
  rpmbuild --quiet -bb --target "$(uname -m)" --define "_topdir $out/rpm" --define "_rpmdir $out" \
    --define "_rpmfilename twinlease-$version-1.$(uname -m).rpm" --define "stage $stage" --define "tl_version $version" \
    "$here/twinlease.spec"
  rm -rf "$out/rpm"
else
  echo "package.sh: no rpmbuild here, so no .rpm (on Debian: apt-get install rpm; on Fedora: dnf install rpm-build)" >&2
fi
rm -rf "$stage"
ls -l "$out"

#!/usr/bin/env bash
# Makes every size and form of the icon from twinlease.svg. On Debian: apt-get install librsvg2-bin icoutils icnsutils
set -euo pipefail
cd "$(dirname "$0")"
for tool in rsvg-convert icotool png2icns; do
  command -v "$tool" >/dev/null || { echo "make.sh: no $tool here; see the first lines of this file" >&2; exit 1; }
done
sizes=(16 24 32 48 64 128 256 512 1024)
for size in "${sizes[@]}"; do
  rsvg-convert --width "$size" --height "$size" twinlease.svg --output "twinlease-$size.png"
done
icotool --create --output twinlease.ico twinlease-{16,24,32,48,64}.png --raw=twinlease-256.png
png2icns twinlease.icns twinlease-{16,32,48,128,256,512,1024}.png >/dev/null
# One colour, the system's choice: what desktops draw in panels.
sed -E 's/stroke="#(4a7dff|9b7bff)"/stroke="#2e3436"/' twinlease.svg >twinlease-symbolic.svg
ls -l twinlease*

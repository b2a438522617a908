#!/bin/sh
# Starts the packaged program for a bench of DHCP servers: makes a dhcpd.conf from the subnets it is given and serves
# in the foreground. Environment: DHB_WORK (its folder), DHB_IFACE, DHB_SERVER_IP, DHB_SUBNETS (CSV with
# id,network,prefix,pool_start,pool_end,router), DHB_LEASE_SECS, DHB_DNS.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
conf=$DHB_WORK/dhcpd.conf
{
  cat <<EOF
authoritative;
ping-check off;
dhcp-cache-threshold 0;
default-lease-time $DHB_LEASE_SECS;
max-lease-time $DHB_LEASE_SECS;
option domain-name-servers $DHB_DNS;
subnet $DHB_SERVER_IP netmask 255.255.255.255 { }
EOF
  awk -F, '
    function mask(n,  i, s, b) {
      for (i = 0; i < 4; i++) { b = n >= 8 ? 8 : n > 0 ? n : 0; n -= 8; s = s (i ? "." : "") (256 - 2 ^ (8 - b)) }
      return s
    }
    $1 ~ /^[0-9]+$/ {
      printf "subnet %s netmask %s { option routers %s; range %s %s; }\n", $2, mask($3), $6, $4, $5
    }' "$DHB_SUBNETS"
} >"$conf"
exec "$here/target/twinlease/bin/twinlease" serve --config "$conf" --data "$DHB_WORK/data" --interface "$DHB_IFACE"

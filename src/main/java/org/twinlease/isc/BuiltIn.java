package org.twinlease.isc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What dhcpd has built in besides the ordinary options: the options of its other spaces, the
/// parameters among them (space `server`), and the words of enumerations
/// (`spec/dhcp-options.json`). The ordinary options are the rows of
/// [org.twinlease.wire.dhcp.OptionType].
final class BuiltIn {
    /// Space, then `code:name:format` of each option.
    private static final String SPACES =
            """
            nwip 1:illegal-1:- 2:illegal-2:- 3:illegal-3:- 4:illegal-4:-
              5:nsq-broadcast:f 6:preferred-dss:IA 7:nearest-nwip-server:IA
              8:autoretries:B 9:autoretry-secs:B 10:nwip-1-1:f 11:primary-dss:I
            fqdn 1:no-client-update:f 2:server-update:f 3:encoded:f 4:rcode1:B
              5:rcode2:B 6:hostname:t 7:domainname:t 8:fqdn:t
            vendor-class 2495:isc:X
            vendor 2495:isc:Eisc.
            isc 1:media:t 2:update-assist:X
            dhcp6 1:client-id:X 2:server-id:X 3:ia-na:X 4:ia-ta:X 5:ia-addr:X
              6:oro:SA 7:preference:B 8:elapsed-time:S 9:relay-msg:X 12:unicast:6
              13:status-code:Nstatus-codes.to 14:rapid-commit:Z
              17:vendor-opts:Evsio. 18:interface-id:X
              19:reconf-msg:Ndhcpv6-messages. 20:reconf-accept:Z
              21:sip-servers-names:D 22:sip-servers-addresses:6A 23:name-servers:6A
              24:domain-search:D 25:ia-pd:X 26:ia-prefix:X 27:nis-servers:6A
              28:nisp-servers:6A 29:nis-domain-name:D 30:nisp-domain-name:D
              31:sntp-servers:6A 32:info-refresh-time:T 33:bcms-server-d:D
              34:bcms-server-a:6A 36:geoconf-civic:X 37:remote-id:X
              38:subscriber-id:X 39:fqdn:Efqdn6-if-you-see-me-its-a-bug-bug-bug.
              40:pana-agent:6A 41:new-posix-timezone:t 42:new-tzdb-timezone:t
              43:ero:SA 44:lq-query:X 45:client-data:X 46:clt-time:L
              47:lq-relay-data:6X 48:lq-client-link:6A 51:v6-lost:d
              52:capwap-ac-v6:6a 53:relay-id:X 57:v6-access-domain:d
              58:sip-ua-cs-list:D 59:bootfile-url:t 60:bootfile-param:X
              61:client-arch-type:SA 62:nii:BBB 64:aftr-name:d
              65:erp-local-domain-name:d 74:rdnss-selection:6BD
              79:client-linklayer-addr:X 80:link-address:6 82:solmax-rt:L
              83:inf-max-rt:L 87:dhcpv4-msg:X 88:dhcp4-o-dhcp6-server:6A
              103:v6-captive-portal:t 135:relay-source-port:S
              143:ipv6-address-andsf:6A
            agent 1:circuit-id:X 2:remote-id:X 3:agent-id:I 4:DOCSIS-device-class:L
              5:link-selection:I 19:relay-port:Z
            server 1:default-lease-time:T 2:max-lease-time:T 3:min-lease-time:T
              4:dynamic-bootp-lease-cutoff:T 5:dynamic-bootp-lease-length:L
              6:boot-unknown-clients:f 7:dynamic-bootp:f 8:allow-bootp:f
              9:allow-booting:f 10:one-lease-per-client:f 11:get-lease-hostnames:f
              12:use-host-decl-names:f 13:use-lease-addr-for-default-route:f
              14:min-secs:B 15:filename:t 16:server-name:t 17:next-server:I
              18:authoritative:f 19:vendor-option-space:U 20:always-reply-rfc1048:f
              21:site-option-space:X 22:always-broadcast:f 23:ddns-domainname:t
              24:ddns-hostname:t 25:ddns-rev-domainname:t 26:lease-file-name:t
              27:pid-file-name:t 28:duplicates:f 29:declines:f 30:ddns-updates:f
              31:omapi-port:S 32:local-port:S 33:limited-broadcast-address:I
              34:remote-port:S 35:local-address:I 36:omapi-key:k
              37:stash-agent-options:f 38:ddns-ttl:T
              39:ddns-update-style:Nddns-styles. 40:client-updates:f
              41:update-optimization:f 42:ping-check:f 43:update-static-leases:f
              44:log-facility:Nsyslog-facilities. 45:do-forward-updates:f
              46:ping-timeout:T 47:infinite-is-reserved:f
              48:update-conflict-detection:f 49:leasequery:f
              50:adaptive-lease-time-threshold:B 51:do-reverse-updates:f
              52:fqdn-reply:f 53:preferred-lifetime:T 54:dhcpv6-lease-file-name:t
              55:dhcpv6-pid-file-name:t 56:limit-addrs-per-ia:L
              57:limit-prefs-per-ia:L 58:delayed-ack:S 59:max-ack-delay:L
              78:dhcp-cache-threshold:B 79:dont-use-fsync:f 80:ddns-local-address4:I
              81:ddns-local-address6:6 82:ignore-client-uids:f
              83:log-threshold-low:B 84:log-threshold-high:B 85:echo-client-id:f
              86:server-id-check:f 87:prefix-length-mode:Nprefix_length_modes.
              88:dhcpv6-set-tee-times:f 89:abandon-lease-time:T
              92:check-secs-byte-order:f 93:ddns-dual-stack-mixed-mode:f
              94:ddns-guard-id-must-match:f 95:ddns-other-guard-is-dynamic:f
              96:release-on-roam:f 97:local-address6:6 98:bind-local-address6:f
              99:ping-cltt-secs:T 100:ping-timeout-ms:T
            """;

    /// Enumeration, octets of a value, then `word=value`.
    private static final String ENUMERATIONS =
            """
            ddns-styles 1 none=0 ad-hoc=1 interim=2 standard=3
            syslog-facilities 1 kern=0 user=8 mail=16 daemon=24 auth=32 syslog=40
              lpr=48 news=56 uucp=64 cron=72 authpriv=80 ftp=88 local0=128
              local1=136 local2=144 local3=152 local4=160 local5=168 local6=176
              local7=184
            prefix_length_modes 1 ignore=0 prefer=1 exact=2 minimum=3 maximum=4
            status-codes 2 success=0 UnspecFail=1 NoAddrsAvail=2 NoBinding=3
              NotOnLink=4 UseMulticast=5 NoPrefixAvail=6 UnknownQueryType=7
              MalformedQuery=8 NotConfigured=9 NotAllowed=10 QueryTerminated=11
            dhcpv6-messages 1
            """;

    /// An enumeration: how many octets a value takes, and its words. Case counts.
    record Enumeration(int width, Map<String, Integer> words) {}

    private static final Map<String, Enumeration> ENUMERATED = enumerations();

    private BuiltIn() {}

    /// The options of all spaces but `dhcp`.
    static List<OptionDefinition> options() {
        List<OptionDefinition> all = new ArrayList<>();
        String space = "";
        for (String line : SPACES.lines().toList()) {
            for (String word : line.strip().split(" ", -1)) {
                String[] parts = word.split(":", -1);
                if (parts.length == 1) {
                    space = word;
                } else {
                    String format = parts[2].equals("-") ? "" : parts[2];
                    all.add(
                            new OptionDefinition(
                                    space, Integer.parseInt(parts[0]), parts[1], format));
                }
            }
        }
        return all;
    }

    /// An enumeration by its name.
    static Enumeration enumeration(String name) {
        return ENUMERATED.getOrDefault(name, new Enumeration(1, Map.of()));
    }

    private static Map<String, Enumeration> enumerations() {
        Map<String, Enumeration> all = new LinkedHashMap<>();
        String name = "";
        for (String line : ENUMERATIONS.lines().toList()) {
            Map<String, Integer> words = new LinkedHashMap<>();
            String[] parts = line.strip().split(" ", -1);
            int first = line.startsWith(" ") ? 0 : 2;
            if (first == 2) {
                name = parts[0];
                all.put(name, new Enumeration(Integer.parseInt(parts[1]), words));
            } else {
                words = all.getOrDefault(name, new Enumeration(1, words)).words();
            }
            for (int i = first; i < parts.length; i++) {
                String[] pair = parts[i].split("=", -1);
                words.put(pair[0], Integer.parseInt(pair[1]));
            }
        }
        return all;
    }
}

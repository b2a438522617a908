package org.twinlease.isc.tree;

import java.util.Locale;
import java.util.Set;

/// The words that are keyword tokens in dhcpd 4.4.3-P1 (`spec/dhcpd-conf.md` appendix A, and the
/// results of DNS updates). They may name hosts, groups, options and peers, but not variables.
final class Keywords {
    private static final Set<String> ALL =
            Set.of(
                    """
                    abandoned active add address after algorithm alias all allow also
                    and anycast-mac append array at atsfp authenticated authentication
                    authoring-byte-order authoritative auto-partner-down
                    backoff-cutoff backup balance big-endian billing binary-to-ascii
                    binding boolean boot-unknown-clients booting bootp bound break
                    case check ciaddr class client-hostname client-identifier
                    client-state client-updates clients close cltt code commit
                    communications-interrupted compressed concat config-option
                    conflict-done connect create db-time-format debug declines default
                    default-duid default-lease-time define defined delete deleted deny
                    disconnect do-forward-update do-forward-updates domain domain-list
                    domain-name duplicates dynamic dynamic-bootp
                    dynamic-bootp-lease-cutoff dynamic-bootp-lease-length else elsif
                    en encapsulate encode-int ends epoch error ethernet eval execute
                    exists expire expired expiry extract-int failover fatal fddi
                    filename fixed-address fixed-address6 fixed-prefix6 formerr free
                    function get-lease-hostnames gethostbyname gethostname giaddr
                    group hardware hash hba help hex host host-decl-name
                    host-identifier hostname ia-na ia-pd ia-ta iaaddr iaprefix
                    identifier if ignore include infiniband infinite info
                    initial-delay initial-interval integer interface ip-address
                    ip6-address is key key-algorithm known known-clients lcase lease
                    lease-id-format lease-time lease6 leased-address leasequery length
                    let limit little-endian ll llt load local log match max
                    max-balance max-lease-misbalance max-lease-ownership
                    max-lease-time max-life max-response-delay max-transmit-idle
                    max-unacked-updates mclt media medium members min-balance
                    min-lease-time min-secs my nameserver netmask never new next
                    next-server no noerror normal not notauth notimp notzone null
                    nxdomain nxrrset octal of omapi on one-lease-per-client open
                    option or owner packet parse-vendor-option partner partner-down
                    paused peer pick pick-first-value pool pool6 port
                    potential-conflict preferred-life prefix6 prepend primary primary6
                    pseudo range range6 rebind reboot recontact-interval recover
                    recover-done recover-wait refresh refused reject release released
                    remove renew request require reserved reset resolution-interrupted
                    retry return reverse rewind script search secondary secondary6
                    seconds secret select select-timeout send server server-duid
                    server-identifier server-name servfail set shared-network shutdown
                    siaddr signed size space spawn split starts startup state static
                    string subclass subnet subnet6 substring suffix supersede switch
                    temporary text timeout timestamp token-ring transmission tsfp tstp
                    ucase uid unauthenticated unknown unknown-clients unknown-state
                    unset unsigned update use-host-decl-names
                    use-lease-addr-for-default-route user-class v6relay v6relopt
                    vendor vendor-class width with yiaddr yxdomain yxrrset zerolen
                    zone
                    """
                            .strip()
                            .split("\\s+"));

    private Keywords() {}

    /// Whether the word is a keyword, in any case.
    static boolean contains(String word) {
        return ALL.contains(word.toLowerCase(Locale.ROOT));
    }
}

package org.twinlease.isc.lint;

import static org.twinlease.config.Problem.Severity.ERROR;
import static org.twinlease.config.Problem.Severity.INFO;
import static org.twinlease.config.Problem.Severity.WARNING;

import org.twinlease.config.Problem;
import org.twinlease.config.Problem.Severity;
import org.twinlease.isc.outline.Site;
import org.twinlease.value.Ip4;

import java.util.List;
import java.util.Set;

/// The rules, and the checking of one configuration by all of them. Rules about the value of an
/// option or parameter (S20, S21, S30, S31, S32, S34) are where values are read.
public final class Lint {
    private Lint() {}

    /// Errors that dhcpd takes without a word: it truncates a port, or fails after the check.
    private static final Set<String> UNSEEN_BY_DHCPD = Set.of("F07", "F09", "F11");

    private static final List<Rule> RULES =
            List.of(
                    rule("S01", "fixed-address inside a dynamic range", HostRules::inRange),
                    rule("S02", "one hardware address in two hosts", HostRules::sameHardware),
                    rule("S03", "one fixed address in two hosts", HostRules::sameAddress),
                    rule("S04", "fixed-address in no declared subnet", HostRules::noSubnet),
                    rule("S05", "router outside every subnet of the network", NetRules::routers),
                    rule("S06", "range with network or broadcast address", NetRules::edges),
                    rule("S07", "mask or broadcast option differs", NetRules::maskOptions),
                    rule("S08", "lease times out of order", TimeRules::order),
                    rule("S09", "class without any match", ClassRules::noMatch),
                    rule("S10", "match without subclasses", ClassRules::noSubclass),
                    rule("S11", "hardware compared without its type", ClassRules::noType),
                    rule("S12", "permit for a class that never matches", PoolRules::deadClass),
                    rule("S13", "permits that contradict", PoolRules::contradiction),
                    rule("S14", INFO, "host inside a subnet", HostRules::inNetwork),
                    rule("S15", "overlapping subnets", NetRules::overlaps),
                    rule("S16", "variable that reads as hexadecimal", Variables::hexadecimal),
                    rule("S17", "sum and product without parentheses", Mixtures::arithmetic),
                    rule("S18", "and with or without parentheses", Mixtures::logic),
                    rule("S19", "function used as data", Variables::functionAsData),
                    rule("S22", INFO, "host name for an address", NetRules::names),
                    rule("S24", INFO, "statement run at every start", ServerRules::global),
                    rule("S26", INFO, "dynamic subnet, not authoritative", NetRules::authority),
                    rule("S28", "omapi-port without omapi-key", ServerRules::openOmapi),
                    rule("S29", "weak key", ServerRules::weakKey),
                    rule("S33", "more than five classes for a client", ClassOverlap::tooMany),
                    rule("S36", "netmask with gaps", NetRules::gaps),
                    rule("S39", "endless BOOTP leases", PoolRules::endless),
                    rule("S41", "no POSIX regular expression", Mixtures::regex),
                    rule("S42", "bare range behind a pool", PoolRules::bareRange),
                    rule("S43", "not applied to an and", Mixtures::notOfAnd),
                    rule("S44", ERROR, "key or zone in a body", ServerRules::crash),
                    rule("F01", "no load balance max seconds", PeerRules::noBalance),
                    rule("F02", "neither primary nor secondary", PeerRules::noRole),
                    rule("F03", "mclt on the secondary", PeerRules::mcltOnSecondary),
                    rule("F04", "mclt not below the lease time", TimeRules::mclt),
                    rule("F05", "split and hba both", PeerRules::splitAndHba),
                    rule("F06", "split that does not share", PeerRules::split),
                    rule("F07", ERROR, "no local address", AddressRules::noAddress),
                    rule("F09", ERROR, "peer is this server itself", AddressRules::self),
                    rule("F11", ERROR, "port out of range", AddressRules::ports),
                    rule("F16", "failover pool open to BOOTP", PoolRules::bootp),
                    rule("F17", INFO, "range outside the relation", PoolRules::outside),
                    rule("F18", "failover reference behind a pool", PoolRules::lateReference),
                    rule("F19", "auto-partner-down", PeerRules::autoPartnerDown),
                    rule("F20", "max-response-delay", PeerRules::responseDelay),
                    rule("F21", "max-unacked-updates", PeerRules::unacked),
                    rule("F22", "failover address given by name", AddressRules::byName),
                    rule("F24", "peer before an item of this server", PeerRules::misplacedPeer),
                    rule("F25", "an item twice", PeerRules::twice),
                    rule("F26", "load balance max seconds above 10", PeerRules::slowBalance),
                    rule("F27", INFO, "failover without OMAPI", ServerRules::noOmapi),
                    rule("F29", "failover pool too small", PoolRules::tiny));

    private static Rule rule(String code, String summary, Rule.Check check) {
        return rule(code, WARNING, summary, check);
    }

    private static Rule rule(String code, Severity severity, String summary, Rule.Check check) {
        return new Rule(code, severity, summary, check);
    }

    /// The rules in the order of their numbers, general ones first.
    public static List<Rule> rules() {
        return RULES;
    }

    /// Everything that one configuration breaks, in no particular order.
    public static List<Problem> check(Site site) {
        var out = new Findings();
        for (Rule rule : RULES) {
            out.begin(rule);
            rule.check().check(site, out);
        }
        return out.all();
    }

    /// What a configuration breaks on a machine with these addresses (rule F08).
    public static List<Problem> here(Site site, Set<Ip4> own) {
        var out = new Findings();
        out.begin(rule("F08", "address of another machine", (_, _) -> {}));
        AddressRules.elsewhere(site, own, out);
        return out.all();
    }

    /// Whether dhcpd's own check refuses a configuration because of this error.
    public static boolean isRefusedByDhcpd(Problem error) {
        return error.severity() == ERROR && !UNSEEN_BY_DHCPD.contains(error.code());
    }
}

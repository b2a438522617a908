package org.twinlease.drill;

import org.twinlease.drill.script.PairOf;
import org.twinlease.drill.script.Population;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Setting;
import org.twinlease.sim.twin.DemoSite;
import org.twinlease.sim.twin.Site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The pair that a twin is of, and what it was read from.
public final class Original {

    /// A file that it was read from: what it is (`configuration of A`), its name, and the SHA-256
    /// of its octets in hexadecimal.
    public record Source(String what, String file, String digest) {}

    private final Site site;
    private final List<Source> sources;
    private final Grounds grounds;

    /// The pair of a site that was read from these files, and what is known of its clients.
    public Original(Site site, List<Source> sources, Grounds grounds) {
        this.site = site;
        this.sources = List.copyOf(sources);
        this.grounds = grounds;
    }

    /// A pair of whose clients nothing more is known.
    public Original(Site site, List<Source> sources) {
        this(site, sources, Grounds.NONE);
    }

    Site site() {
        return site;
    }

    /// The files that it was read from; none for the demo pair.
    public List<Source> sources() {
        return sources;
    }

    /// The name of the failover relationship.
    public String name() {
        return site.name();
    }

    /// Seconds of the maximum client lead time.
    public long mclt() {
        return site.mclt();
    }

    /// Seconds of the longest lease that a client without a wish gets.
    public long leaseSeconds() {
        return site.leaseSeconds();
    }

    /// How many leases it begins with: of the primary, or of the secondary where that one has none.
    public int leases() {
        return Math.max(site.primaryLeases().size(), site.secondaryLeases().size());
    }

    /// What is known of how clients come to it.
    public Grounds grounds() {
        return grounds;
    }

    /// When its leases were as the twin begins with them, seconds since 1970; 0 without leases.
    public long takenAt() {
        return site.asOf();
    }

    /// The drill with the clients of this pair in the place of its own: those of the leases, and as
    /// many new ones as come to the pair, or as come in the drill where that is not known.
    public Scenario peopled(Scenario drill) {
        if (!site.hasLeases()) return drill;
        Population clients = drill.population().newcomers();
        if (grounds.isKnown()) clients = clients.arriving(grounds.newPerMinute());
        return drill.with(drill.pair(), clients);
    }

    /// The demo pair as a drill sets it up.
    ///
    /// @throws IllegalArgumentException when the drill is about another pair
    public static Original demo(Scenario scenario) {
        PairOf pair = scenario.pair();
        if (!pair.isDemo()) throw new IllegalArgumentException("a drill of " + pair.configs());
        Map<String, Long> numbers = new TreeMap<>();
        for (Setting setting : Setting.values()) {
            boolean says = pair.settings().containsKey(setting) || setting.usual() > 0;
            if (setting.isPeers() && says) numbers.put(setting.word(), pair.value(setting));
        }
        int addresses = (int) pair.value(Setting.ADDRESSES);
        long ofB = pair.value(Setting.ADDRESSES_OF_B);
        DemoSite demo =
                new DemoSite(
                        numbers,
                        pair.value(Setting.LEASE),
                        addresses,
                        ofB == 0 ? addresses : (int) ofB,
                        scenario.population().relays());
        return new Original(demo.site(), List.of());
    }
}

package org.twinlease.console.model.peers;

import org.twinlease.config.document.Relationship;
import org.twinlease.config.document.Relationship.Side;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.draft.Quantity;
import org.twinlease.control.Sentences;

import java.util.List;
import java.util.Locale;

/// What a value of a relationship leads to, in its own numbers: the pair's addresses, its lease
/// time and its servers' names.
public final class PeerConsequences {
    private static final int BUCKETS = 256;
    private static final long HASTY = 10;
    private static final long SLOW_BALANCE = 10;

    /// A server may hold acknowledgements back for this long.
    private static final long HELD_SECONDS = 2;

    private static final long FEW_UPDATES = 5;

    private final Relationship relationship;
    private final List<String> servers;

    /// Of a relationship as the files say it, between servers of these names.
    public PeerConsequences(Relationship relationship, List<String> servers) {
        this.relationship = relationship;
        this.servers = servers;
    }

    /// What the value of a field leads to, in words.
    public Fact of(PeerField field) {
        return switch (field) {
            case ADDRESS, PORT -> meeting(field);
            case SPLIT -> split();
            case HBA -> plain(Text.of("peers.then.hba"));
            case BALANCE -> balance(number(field));
            case MCLT -> mclt(number(field));
            case DELAY -> delay(number(field));
            case UNACKED -> unacked(number(field));
            case AUTO_DOWN -> autoDown(number(field));
            case MISBALANCE -> plain(Text.of("peers.then.misbalance", number(field)));
            case OWNERSHIP -> plain(Text.of("peers.then.ownership", number(field)));
            case MIN_BALANCE ->
                    plain(Text.of("peers.then.least", Sentences.duration(number(field))));
            case MAX_BALANCE ->
                    plain(Text.of("peers.then.most", Sentences.duration(number(field))));
        };
    }

    /// Where each listens and where its partner looks for it.
    private Fact meeting(PeerField field) {
        for (Side side : relationship.sides()) {
            for (Side other : relationship.sides()) {
                if (other.half() == side.half()) continue;
                String own = given(side, field.word, field.otherwise);
                String seen = given(other, "peer " + field.word, field.otherwise);
                if (!own.equals(seen)) {
                    return new Fact(
                            Text.of(
                                    "peers.then.apart",
                                    server(side.half()),
                                    own.isEmpty() ? Text.of("peers.nothing") : own,
                                    server(other.half()),
                                    seen.isEmpty() ? Text.of("peers.nothing") : seen),
                            Tone.BAD);
                }
            }
        }
        return field == PeerField.PORT
                ? plain(Text.of("peers.then.port"))
                : plain(Text.of("peers.then.address"));
    }

    private Fact split() {
        Side primary = relationship.primary();
        if (!primary.item("hba").isEmpty() && primary.item("split").isEmpty()) {
            return plain(Text.of("peers.then.split.hba"));
        }
        long split = number(PeerField.SPLIT);
        String first = server(primary.half());
        String second = partner(primary);
        String share = String.format(Locale.ROOT, "%.1f", 100.0 * split / BUCKETS);
        String rest = String.format(Locale.ROOT, "%.1f", 100.0 * (BUCKETS - split) / BUCKETS);
        boolean one = split == 0 || split >= BUCKETS - 1;
        String key = one ? "peers.then.split.one" : "peers.then.split";
        return new Fact(
                Text.of(key, first, split, share, second, BUCKETS - split, rest),
                one ? Tone.WATCH : Tone.PLAIN);
    }

    private Fact balance(long seconds) {
        if (seconds == 0) return new Fact(Text.of("peers.then.balance.off"), Tone.BAD);
        String words = Text.of("peers.then.balance", seconds);
        return new Fact(words, seconds > SLOW_BALANCE ? Tone.WATCH : Tone.PLAIN);
    }

    private Fact mclt(long mclt) {
        long lease = relationship.shortestLease();
        String time = Sentences.duration(mclt);
        if (mclt >= lease) {
            return new Fact(
                    Text.of("peers.then.mclt.long", time, Sentences.duration(lease)), Tone.WATCH);
        }
        return plain(
                Text.of(
                        "peers.then.mclt",
                        time,
                        Sentences.duration(lease),
                        Words.count(relationship.addresses())));
    }

    private Fact delay(long seconds) {
        boolean hasty = seconds > 0 && seconds < HASTY;
        String key = hasty ? "peers.then.delay.short" : "peers.then.delay";
        // To dhcpd, 0 is the default.
        String time =
                Sentences.duration(
                        seconds == 0 ? Long.parseLong(PeerField.DELAY.otherwise) : seconds);
        return new Fact(Text.of(key, time), hasty ? Tone.WATCH : Tone.PLAIN);
    }

    private Fact unacked(long most) {
        String words =
                Text.of(
                        "peers.then.unacked",
                        Words.count(most),
                        Words.rate(most / (double) HELD_SECONDS));
        return new Fact(words, most < FEW_UPDATES ? Tone.WATCH : Tone.PLAIN);
    }

    private Fact autoDown(long seconds) {
        if (seconds == 0) return plain(Text.of("peers.then.auto.off"));
        return new Fact(Text.of("peers.then.auto", Sentences.duration(seconds)), Tone.BAD);
    }

    /// The value that counts, dhcpd's default where none is given.
    private long number(PeerField field) {
        String written = given(relationship.primary(), field.word, field.otherwise);
        return Quantity.number(written).orElse(0);
    }

    private static String given(Side side, String word, String otherwise) {
        String written = side.item(word);
        return written.isEmpty() ? otherwise : written;
    }

    private String server(int half) {
        return servers.get(half);
    }

    private String partner(Side side) {
        for (int i = 0; i < servers.size(); i++) if (i != side.half()) return servers.get(i);
        return Text.of("peers.partner");
    }

    private static Fact plain(String words) {
        return new Fact(words, Tone.PLAIN);
    }
}

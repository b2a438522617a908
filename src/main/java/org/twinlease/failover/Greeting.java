package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.failover.BindingAck;
import org.twinlease.wire.failover.Connect;
import org.twinlease.wire.failover.ConnectAck;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.LoadBalance;
import org.twinlease.wire.failover.Messages;
import org.twinlease.wire.failover.RejectReason;

/// CONNECT and CONNECTACK (`spec/failover-protocol.md` sections 3.3 and 3.4): what is said, and
/// what is thought of what the partner says. Every refusal names both sides' values.
final class Greeting {

    /// What to answer (null: nothing), why the connection is not taken (null: it is), and what the
    /// partner has announced.
    record Answer(
            @Nullable FailoverMessage message,
            @Nullable Reason refusal,
            long maxUnacked,
            long receiveTimer,
            long mclt,
            @Nullable Octets hba) {

        private static Answer refused(@Nullable FailoverMessage message, Reason why) {
            return new Answer(message, why, 0, 0, 0, null);
        }
    }

    private final Terms terms;
    private final String vendor;

    Greeting(Terms terms, String vendor) {
        this.terms = terms;
        this.vendor = vendor;
    }

    /// The primary's first word.
    FailoverMessage connect(Now now, long xid) {
        Octets hba = terms.hba();
        return Connect.of(
                        terms.name(),
                        terms.maxUnacked(),
                        terms.maxResponseDelay(),
                        vendor,
                        terms.mclt(),
                        hba == null ? LoadBalance.hbaOfSplit(LoadBalance.BUCKETS / 2) : hba)
                .message()
                .at(now.wallSeconds(), xid);
    }

    /// Whether a CONNECT or CONNECTACK comes from this program too, in whatever version.
    boolean isKin(FailoverMessage message) {
        String theirs = message.text(FailoverOption.VENDOR_CLASS_IDENTIFIER);
        int end = vendor.indexOf('-');
        return end > 0 && theirs.startsWith(vendor.substring(0, end + 1));
    }

    /// Judges a primary's CONNECT, in dhcpd's order.
    Answer judge(Now now, FailoverMessage message) {
        Connect connect = Connect.read(message);
        // Announcing more than twice what the partner takes would make a dhcpd answer late.
        long window = Math.max(1, Math.min(terms.maxUnacked(), 2 * connect.maxUnacked()));
        ConnectAck yes = ConnectAck.accept(connect, window, terms.maxResponseDelay(), vendor);
        String name = connect.name();
        if (terms.primary()) {
            String words = "both servers are configured as primary";
            return Answer.refused(
                    yes.rejected(RejectReason.INVALID_PARTNER, words).message(), role());
        }
        if (name.isEmpty()) {
            return Answer.refused(
                    yes.rejected(RejectReason.INVALID_PARTNER, "missing relationship-name")
                            .message(),
                    Reason.of(ReasonCode.LINK_NAME, "", terms.name()));
        }
        if (!name.equals(terms.name())) {
            String words = "unknown failover relationship name";
            return Answer.refused(
                    yes.rejected(RejectReason.INVALID_PARTNER, words).message(),
                    Reason.of(ReasonCode.LINK_NAME, name, terms.name()));
        }
        long ahead = message.time() - now.wallSeconds();
        if (Math.abs(ahead) > Session.MOST_SKEW) {
            return Answer.refused(
                    yes.rejected(RejectReason.TIME_MISMATCH, "time offset too large").message(),
                    clock(now, message));
        }
        Octets hba = connect.hba();
        if (hba == null || hba.length() != LoadBalance.HBA_OCTETS) {
            long octets = hba == null ? 0 : hba.length();
            return Answer.refused(
                    yes.rejected(RejectReason.HASH_BUCKET_CONFLICT, "invalid HBA").message(),
                    Reason.of(ReasonCode.LINK_HBA, name, octets));
        }
        if (connect.mclt() <= 0) {
            return Answer.refused(
                    yes.rejected(RejectReason.INVALID_MCLT, "invalid MCLT").message(),
                    Reason.of(ReasonCode.LINK_MCLT, name, Math.max(0, connect.mclt())));
        }
        return new Answer(
                yes.message(),
                null,
                connect.maxUnacked(),
                connect.receiveTimer(),
                connect.mclt(),
                hba);
    }

    /// Judges a secondary's CONNECTACK; a message to send is a DISCONNECT.
    Answer judgeAck(Now now, FailoverMessage message) {
        ConnectAck ack = ConnectAck.read(message);
        if (!ack.isAccepted()) return Answer.refused(null, rejected(now, message, ack));
        if (!ack.name().equals(terms.name())) {
            boolean missing = ack.name().isEmpty();
            String words =
                    missing ? "missing relationship-name" : "unknown failover relationship name";
            return Answer.refused(
                    Messages.disconnect(RejectReason.INVALID_PARTNER, words),
                    Reason.of(ReasonCode.LINK_NAME, ack.name(), terms.name()));
        }
        long ahead = message.time() - now.wallSeconds();
        if (Math.abs(ahead) > Session.MOST_SKEW) {
            return Answer.refused(
                    Messages.disconnect(RejectReason.TIME_MISMATCH, "time offset too large"),
                    clock(now, message));
        }
        return new Answer(
                null, null, ack.maxUnacked(), ack.receiveTimer(), terms.mclt(), terms.hba());
    }

    /// A refusal by the secondary, with this server's side of the matter.
    private Reason rejected(Now now, FailoverMessage message, ConnectAck ack) {
        RejectReason why = ack.reason();
        if (why == RejectReason.TIME_MISMATCH) return clock(now, message);
        if (why == RejectReason.INVALID_PARTNER) {
            return Reason.of(ReasonCode.LINK_UNKNOWN_THERE, terms.name(), clean(ack.words()));
        }
        return rejected(why, ack.reject(), ack.words());
    }

    private Reason rejected(@Nullable RejectReason why, int number, String words) {
        return Reason.of(
                ReasonCode.LINK_REJECTED,
                terms.name(),
                why == null ? String.valueOf(number) : why.words(),
                clean(words),
                ownWords());
    }

    /// What this server says of itself when a connection begins.
    private String ownWords() {
        String all =
                "name %s, max-unacked-updates %d, max-response-delay %d s, protocol version %d"
                        .formatted(
                                terms.name(),
                                terms.maxUnacked(),
                                terms.maxResponseDelay(),
                                Connect.VERSION);
        Octets hba = terms.hba();
        if (!terms.primary() || hba == null) return "secondary, " + all;
        long own = 0;
        for (int bucket = 0; bucket < LoadBalance.BUCKETS; bucket++) {
            if (LoadBalance.isPrimarys(hba, bucket)) own++;
        }
        return "primary, %s, mclt %d s, %d of %d hash buckets"
                .formatted(all, terms.mclt(), own, LoadBalance.BUCKETS);
    }

    private Reason clock(Now now, FailoverMessage message) {
        long ahead = message.time() - now.wallSeconds();
        return Reason.of(
                ReasonCode.LINK_CLOCK,
                terms.name(),
                ahead,
                Session.MOST_SKEW,
                message.time(),
                now.wallSeconds());
    }

    Reason role() {
        Ip4 partner = terms.peerAddress();
        return Reason.of(ReasonCode.LINK_ROLE, terms.name(), partner == null ? Ip4.ZERO : partner);
    }

    /// A DISCONNECT.
    Reason disconnected(FailoverMessage message) {
        int number = (int) message.number(FailoverOption.REJECT_REASON);
        return rejected(RejectReason.ofCode(number), number, message.text(FailoverOption.MESSAGE));
    }

    /// A partner's words, without what no screen should show.
    static String clean(String words) {
        String printable = words.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > 120 ? printable.substring(0, 120) : printable;
    }

    /// The words of a refused update.
    static String words(BindingAck ack) {
        RejectReason why = ack.reason();
        String known = why == null ? "reason " + ack.reject() : why.words();
        return ack.words().isEmpty() ? known : known + " (" + clean(ack.words()) + ")";
    }
}

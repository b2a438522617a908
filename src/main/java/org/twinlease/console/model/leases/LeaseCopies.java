package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.PacketWords;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Query;
import org.twinlease.control.ServerView;
import org.twinlease.control.StoryLine;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Asks both servers of a pair for their records of one address and puts them side by side.
final class LeaseCopies {

    private final ConsoleSession session;
    private final Side own;
    private final Side other;

    LeaseCopies(
            ConsoleSession session,
            FrameModel frame,
            Replies replies,
            FrameModel others,
            Replies otherReplies) {
        this.session = session;
        own = new Side(frame, replies);
        other = new Side(others, otherReplies);
    }

    /// What one server said of the address last.
    private static final class Side {
        final FrameModel frame;
        final Replies replies;
        @Nullable LeaseView lease;
        @Nullable FailoverView pair;
        List<StoryLine> story = List.of();

        Side(FrameModel frame, Replies replies) {
            this.frame = frame;
            this.replies = replies;
        }

        void ask(Ip4 address, Runnable answered) {
            if (lease != null && !lease.address().equals(address)) {
                lease = null;
                story = List.of();
            }
            replies.ask(new Query.Story(address), said -> story = said, () -> {});
            replies.ask(
                    new Query.OneLease(address),
                    said -> {
                        lease = said;
                        answered.run();
                    },
                    () -> {});
            replies.ask(new Query.Failover(), pairs -> pair = relationship(pairs), () -> {});
        }

        private @Nullable FailoverView relationship(List<FailoverView> pairs) {
            LeaseView of = lease;
            if (of == null) return null;
            return pairs.stream()
                    .filter(p -> p.pools().contains(of.pool()))
                    .findFirst()
                    .orElse(null);
        }

        @Nullable LeaseView lease(Ip4 address) {
            return lease != null && lease.address().equals(address) ? lease : null;
        }

        String name() {
            ServerView server = frame.server();
            return server == null ? Text.of("value.unknown") : server.name();
        }

        String heading() {
            return frame.isGone() ? Text.of("copies.old", name()) : name();
        }
    }

    void ask(Ip4 address, Runnable answered) {
        own.ask(address, answered);
        other.ask(address, answered);
    }

    /// What both remember of decisions about an address, oldest first: the client of one of them is
    /// the other's by hearsay.
    List<StoryLine> story(Ip4 address) {
        List<StoryLine> both = new ArrayList<>();
        for (Side side : List.of(own, other)) {
            if (side.lease(address) != null) both.addAll(side.story);
        }
        both.sort(Comparator.comparingLong(StoryLine::atMillis));
        return both;
    }

    /// What is known of an address at a second.
    Copies state(Ip4 address, long now) {
        LeaseView a = own.lease(address);
        LeaseView b = other.lease(address);
        var lines = new ArrayList<Copies.Line>();
        if (a != null || b != null) {
            words(lines, "field.state", a, b, lease -> LeaseWords.state(lease.state()));
            words(lines, "field.hardware", a, b, lease -> text(lease.hardware()));
            words(lines, "field.clientid", a, b, lease -> PacketWords.clientId(lease.clientId()));
            hosts(lines, a, b);
            time(lines, "field.starts", a, b, LeaseView::starts, now);
            time(lines, "field.ends", a, b, LeaseView::ends, now);
            heard(lines, a, b, now);
            time(lines, "field.tstp", a, b, LeaseView::tstp, now);
            time(lines, "field.tsfp", a, b, LeaseView::tsfp, now);
            time(lines, "field.atsfp", a, b, LeaseView::atsfp, now);
        }
        return new Copies(own.heading(), other.heading(), lines, reuse(a, b, now));
    }

    /// Only the server that the client told its name knows it, since no update carries it: that is
    /// no difference.
    private static void hosts(
            List<Copies.Line> lines, @Nullable LeaseView a, @Nullable LeaseView b) {
        String first = a == null ? "" : text(a.hostname());
        String second = b == null ? "" : text(b.hostname());
        if (first.isEmpty() && second.isEmpty()) return;
        String untold = Text.of("copies.host.untold");
        String why = Text.of("copies.host.why");
        boolean same = a != null && b != null && Objects.equals(a.hardware(), b.hardware());
        boolean one = same && first.isEmpty();
        boolean two = same && second.isEmpty();
        lines.add(
                new Copies.Line(
                        Text.of("field.host"),
                        one ? untold : first,
                        two ? untold : second,
                        false,
                        one ? why : first,
                        two ? why : second));
    }

    private List<String> reuse(@Nullable LeaseView a, @Nullable LeaseView b, long now) {
        List<String> sentences = new ArrayList<>();
        var zone = session.zone();
        if (a != null && own.pair != null) {
            var words = new LeaseReuse(own.name(), other.name(), own.pair, zone);
            sentences.add(words.together(a, now));
            sentences.add(words.alone(a, now));
        }
        if (b != null && other.pair != null) {
            var words = new LeaseReuse(other.name(), own.name(), other.pair, zone);
            sentences.add(words.alone(b, now));
        }
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    private static void words(
            List<Copies.Line> lines,
            String label,
            @Nullable LeaseView a,
            @Nullable LeaseView b,
            Function<LeaseView, String> words) {
        String first = a == null ? "" : words.apply(a);
        String second = b == null ? "" : words.apply(b);
        boolean differs = a != null && b != null && !first.equals(second);
        add(lines, label, differs, first, second);
    }

    private static void add(
            List<Copies.Line> lines, String label, boolean differs, String own, String other) {
        if (own.isEmpty() && other.isEmpty()) return;
        lines.add(new Copies.Line(Text.of(label), own, other, differs, own, other));
    }

    /// A server keeps the time of its own last packet from the client, and not the one that its
    /// partner tells: that nothing stands there has to be said.
    private void heard(
            List<Copies.Line> lines, @Nullable LeaseView a, @Nullable LeaseView b, long now) {
        long first = a == null ? 0 : a.cltt();
        long second = b == null ? 0 : b.cltt();
        if (first == 0 && second == 0) return;
        String never = Text.of("copies.heard.never");
        String why = Text.of("copies.heard.why");
        lines.add(
                new Copies.Line(
                        Text.of("field.cltt"),
                        a != null && first == 0 ? never : LeaseWords.delta(first, now),
                        b != null && second == 0 ? never : LeaseWords.delta(second, now),
                        false,
                        first == 0 ? why : full(first),
                        second == 0 ? why : full(second)));
    }

    private void time(
            List<Copies.Line> lines,
            String label,
            @Nullable LeaseView a,
            @Nullable LeaseView b,
            ToLongFunction<LeaseView> time,
            long now) {
        long first = a == null ? 0 : time.applyAsLong(a);
        long second = b == null ? 0 : time.applyAsLong(b);
        if (first == 0 && second == 0) return;
        lines.add(
                new Copies.Line(
                        Text.of(label),
                        LeaseWords.delta(first, now),
                        LeaseWords.delta(second, now),
                        false,
                        full(first),
                        full(second)));
    }

    private String full(long at) {
        if (at == 0 || at == LeaseView.NEVER) return "";
        return Words.full(at, session.zone());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

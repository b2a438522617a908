package org.twinlease.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

import java.util.List;

/// What clients went through in a drill. Moments are seconds since midnight of the first day. The
/// lists are in the order of time; `waits` has the longest of each class only, newest last.
public record Findings(
        List<Wait> waits,
        List<Doubled> doubled,
        List<Loss> refused,
        List<Loss> ended,
        List<Loss> lost,
        List<Wait> forMclt,
        long secondsToNormal,
        List<Capacity> capacity) {

    /// A client's wait for an answer. `renews`: it had its address meanwhile. `answered`: it got
    /// one before the drill was over.
    public record Wait(
            Client who,
            boolean renews,
            long from,
            long seconds,
            boolean answered,
            List<String> causes) {}

    /// An address with two clients at once, and which servers gave it to them.
    public record Doubled(
            Ip4 address,
            long second,
            Client first,
            String firstBy,
            Client other,
            String otherBy,
            List<String> causes) {}

    /// A client that lost its address, or would when it asks for it.
    public record Loss(Client who, @Nullable Ip4 address, long second, List<String> causes) {}

    /// The fewest addresses that a server had to give while it was up, and when.
    public record Capacity(String server, long least, long second) {}

    /// Takes copies of the lists.
    public Findings {
        waits = List.copyOf(waits);
        doubled = List.copyOf(doubled);
        refused = List.copyOf(refused);
        ended = List.copyOf(ended);
        lost = List.copyOf(lost);
        forMclt = List.copyOf(forMclt);
        capacity = List.copyOf(capacity);
    }

    /// The longest wait of a class, null where nobody waited.
    public @Nullable Wait longest(boolean renewing) {
        for (Wait wait : waits) if (wait.renews() == renewing) return wait;
        return null;
    }

    /// Seconds of the longest wait of a class, 0 where nobody waited.
    public long longestSeconds(boolean renewing) {
        Wait wait = longest(renewing);
        return wait == null ? 0 : wait.seconds();
    }
}

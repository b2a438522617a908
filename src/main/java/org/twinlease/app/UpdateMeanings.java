package org.twinlease.app;

import org.twinlease.control.ClientText;
import org.twinlease.control.Meaning;
import org.twinlease.control.MeaningCode;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.failover.BindingUpdate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// What a BNDUPD means. Times are told in UTC, with the date where it is not that of the message.
final class UpdateMeanings {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final long DAY = 86_400;

    private final List<Meaning> all = new ArrayList<>();
    private final Ip4 src;
    private final Ip4 dst;
    private final long now;
    private final BindingUpdate update;

    private UpdateMeanings(Ip4 src, Ip4 dst, long now, BindingUpdate update) {
        this.src = src;
        this.dst = dst;
        this.now = now;
        this.update = update;
    }

    static List<Meaning> of(Ip4 src, Ip4 dst, long now, BindingUpdate.Read read) {
        return switch (read) {
            case BindingUpdate.Read.Ok(BindingUpdate update) ->
                    new UpdateMeanings(src, dst, now, update).all();
            case BindingUpdate.Read.Reject reject ->
                    List.of(
                            Meaning.of(
                                    MeaningCode.UPDATE_FAULTY,
                                    src,
                                    reject.address(),
                                    reject.reason().words(),
                                    reject.message()));
        };
    }

    /// A time of day, with its date where that is another than `now`'s.
    static String clock(long seconds, long now) {
        boolean today = Math.floorDiv(seconds, DAY) == Math.floorDiv(now, DAY);
        return (today ? TIME : DATE_AND_TIME).format(Instant.ofEpochSecond(seconds));
    }

    private List<Meaning> all() {
        Ip4 address = update.address();
        switch (update.status()) {
            case ACTIVE -> {
                if (isForEver(end())) {
                    say(MeaningCode.UPDATE_ACTIVE_FOR_EVER, src, dst, client(), address);
                } else {
                    held(MeaningCode.UPDATE_ACTIVE, MeaningCode.UPDATE_ACTIVE_UNDATED);
                }
                promise();
            }
            case EXPIRED -> held(MeaningCode.UPDATE_EXPIRED, MeaningCode.UPDATE_EXPIRED_UNDATED);
            case RELEASED -> held(MeaningCode.UPDATE_RELEASED, MeaningCode.UPDATE_RELEASED_UNDATED);
            case FREE -> {
                boolean unused = end() == 0;
                say(
                        unused ? MeaningCode.UPDATE_FREE_UNUSED : MeaningCode.UPDATE_FREE,
                        src,
                        dst,
                        address);
                formerClient();
            }
            case BACKUP -> {
                say(MeaningCode.UPDATE_BACKUP, src, dst, address);
                formerClient();
            }
            case ABANDONED -> {
                if (end() == 0) say(MeaningCode.UPDATE_ABANDONED_UNDATED, src, dst, address);
                else say(MeaningCode.UPDATE_ABANDONED, src, dst, address, clock(end(), now));
            }
            case RESET -> {
                say(MeaningCode.UPDATE_RESET, src, dst, address);
                formerClient();
            }
        }
        if (update.cltt() > 0) {
            say(MeaningCode.UPDATE_HEARD, clock(update.cltt(), now), now - update.cltt());
        }
        if ((update.flags() & BindingUpdate.RESERVED) != 0) say(MeaningCode.UPDATE_RESERVED);
        if ((update.flags() & BindingUpdate.BOOTP) != 0) say(MeaningCode.UPDATE_BOOTP);
        return all;
    }

    private void say(MeaningCode code, Object... operands) {
        all.add(Meaning.of(code, operands));
    }

    private long end() {
        return Math.max(0, update.leaseExpiration());
    }

    private void held(MeaningCode dated, MeaningCode undated) {
        long end = end();
        if (end == 0) say(undated, src, dst, client(), update.address());
        else say(dated, src, dst, client(), update.address(), clock(end, now), now - end);
    }

    private void promise() {
        long until = update.potentialExpiration();
        if (isForEver(until)) say(MeaningCode.UPDATE_MAY_PROMISE_FOR_EVER);
        else if (until > 0) say(MeaningCode.UPDATE_MAY_PROMISE, clock(until, now), now - until);
    }

    /// dhcpd cuts sums off one second before its clock's last, and adds to them again.
    private static boolean isForEver(long time) {
        return time >= BindingUpdate.LAST_SECOND - 1;
    }

    private void formerClient() {
        if (update.hardware() != null || update.clientId() != null) {
            say(MeaningCode.UPDATE_FORMER_CLIENT, client());
        }
    }

    /// The hardware address, which people know a client by; where it has none, its identifier.
    private String client() {
        HardwareAddress hardware = update.hardware();
        if (hardware != null) return hardware.toString();
        Octets id = update.clientId();
        if (id == null) return "somebody";
        String text = id.isPrintable() ? ClientText.of(id) : null;
        return text == null ? id.hex() : text;
    }
}

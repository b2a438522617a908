package org.twinlease.app.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.ApiFault;
import org.twinlease.control.Command;
import org.twinlease.control.Outcome;
import org.twinlease.control.Preview;
import org.twinlease.isc.omapi.DhcpdViews;
import org.twinlease.value.ServerState;
import org.twinlease.wire.omapi.OmapiMessage;
import org.twinlease.wire.omapi.OmapiResult;
import org.twinlease.wire.omapi.OmapiValue;

import java.util.concurrent.TimeUnit;

/// Orders to a dhcpd, carried out: what is refused is not sent, and what is sent is looked at
/// afterwards, since a dhcpd says done to what has no effect too.
final class DhcpdDeeds {

    /// A dhcpd that is told to end closes its connections after 10 s and is gone after 20 s.
    private static final int CLOSING_MILLIS = 18_000;

    private static final int GONE_MILLIS = 27_000;
    private static final int LOOK_MILLIS = 250;

    /// The one number of the control object's state that dhcpd takes.
    private static final int END = 2;

    private final OmapiTalk talk;
    private final DhcpdObjects objects;
    private final Previewing previewing;

    /// What an order would do to a failover-state, which is null when there is none of its name.
    interface Previewing {
        Preview preview(Command order, @Nullable OmapiMessage object) throws ApiFault;
    }

    DhcpdDeeds(OmapiTalk talk, DhcpdObjects objects, Previewing previewing) {
        this.talk = talk;
        this.objects = objects;
        this.previewing = previewing;
    }

    Outcome carryOut(Command order) throws ApiFault {
        String name = order instanceof Command.ToPair named ? named.name() : "";
        OmapiMessage object = name.isEmpty() ? null : objects.failoverState(name);
        Preview preview = previewing.preview(order, object);
        if (!preview.allowed() || object == null) return new Outcome.Refused(preview.words());
        return order instanceof Command.PartnerDown ? partnerDown(object, name) : shutDown();
    }

    private Outcome partnerDown(OmapiMessage object, String name) throws ApiFault {
        int state = ServerState.PARTNER_DOWN.code();
        OmapiResult result = talk.set(object.handle(), OmapiValue.of("local-state", state));
        if (result != OmapiResult.DONE) return refused(result);
        OmapiMessage after = objects.failoverState(name);
        long now = after == null ? 0 : DhcpdViews.number(after, "local-state", 0);
        if (now == state) return new Outcome.Done();
        return new Outcome.Refused(
                "The dhcpd took the order and is not in partner-down: ask for its status, and look"
                        + " into its log.");
    }

    private Outcome shutDown() throws ApiFault {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GONE_MILLIS);
        OmapiMessage control = talk.open("control");
        OmapiResult opened = OmapiResult.of(control);
        if (opened != OmapiResult.DONE) return refused(opened);
        OmapiResult result =
                talk.setLast(control.handle(), OmapiValue.of("state", END), CLOSING_MILLIS);
        if (result != null) return refused(result);
        while (!talk.isGone()) {
            if (System.nanoTime() > until) {
                throw new ApiFault(
                        ApiFault.Kind.BUSY,
                        talk.place()
                                + " was told to end and still listens; ask for its status in a"
                                + " while, and look into its log");
            }
            rest();
        }
        return new Outcome.Done();
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outcome refused(OmapiResult result) {
        return new Outcome.Refused(
                "The dhcpd refused it ("
                        + DhcpdObjects.said(result)
                        + "); nothing has changed. Its log may say more.");
    }
}

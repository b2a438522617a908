package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.words.Parameter;
import org.twinlease.control.Command;
import org.twinlease.control.Counter;
import org.twinlease.control.Outcome;
import org.twinlease.control.Sentences;
import org.twinlease.control.UpdateCause;
import org.twinlease.dhcp.Arrival;
import org.twinlease.dhcp.Decision;
import org.twinlease.dhcp.GiveBack;
import org.twinlease.dhcp.Plan;
import org.twinlease.dhcp.Policy;
import org.twinlease.lease.ClientKey;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.Offers;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.Packet;

import java.util.ArrayList;
import java.util.List;

/// What comes in, one after the other: packets to policy, pings to the offers that wait for them,
/// orders and questions, and what time brings.
final class Desk {

    private static final String DISK = "The journal cannot be written, so nothing may change now.";

    private final Engine engine;
    private final Answers answers;
    private final PairOrders orders;
    private final Pings pings = new Pings();
    private final List<Input.Order> open = new ArrayList<>();

    /// Offers that were taken up in this batch: held again should the disk refuse it.
    private final List<Offers.Offer> taken = new ArrayList<>();

    Desk(Engine engine) {
        this.engine = engine;
        answers = new Answers(engine);
        orders = new PairOrders(engine);
    }

    Pings pings() {
        return pings;
    }

    void handle(Now now, Input input) {
        switch (input) {
            case Input.Datagram datagram -> datagram(now, datagram);
            case Input.PingAnswered(Ip4 address) -> pingAnswered(now, address);
            case Input.ProgramEnded(Ip4 about, String program, String how) ->
                    engine.note(now, about, Reason.of(ReasonCode.PROGRAM_ENDED, program, how));
            case Input.Order order -> order(now, order);
            case Input.Question<?> question ->
                    engine.afterCommit(() -> answers.answer(now, question));
            case Input.NewPlan(Plan plan) -> engine.moveTo(now, plan);
            case Input.LinkUp up -> engine.pairs().handle(now, up);
            case Input.LinkData data -> engine.pairs().handle(now, data);
            case Input.LinkDown down -> engine.pairs().handle(now, down);
            case Input.Listening listening -> engine.pairs().handle(now, listening);
        }
    }

    private void datagram(Now now, Input.Datagram datagram) {
        switch (Packet.decode(datagram.bytes(), datagram.length())) {
            case Decoded.Bad<Packet>(var fault, int at) -> {
                engine.tally().received(null);
                Reason why = Reason.of(ReasonCode.SILENT_MALFORMED, fault.words(), (long) at);
                park(datagram, null, new Decision.Silent(Ip4.ZERO, null, List.of(why)));
            }
            case Decoded.Ok<Packet>(Packet packet) -> {
                engine.tally().received(packet);
                decide(now, datagram, packet);
            }
        }
    }

    private void park(Input.Datagram datagram, @Nullable Packet packet, Decision decision) {
        engine.park(new Handled(datagram, packet, decision));
    }

    private void decide(Now now, Input.Datagram datagram, Packet packet) {
        LiveDrills drills = engine.pairs().drills();
        if (drills.isSilent()) {
            park(datagram, packet, new Decision.Silent(Ip4.ZERO, null, List.of(drills.silence())));
            return;
        }
        Interface at = engine.edges().interfaces().get(datagram.interfaceIndex());
        Arrival arrival =
                new Arrival(
                        datagram.interfaceIndex(),
                        at.address(),
                        at.mtu(),
                        engine.edges().port(),
                        datagram.from(),
                        datagram.fromPort(),
                        datagram.cast(),
                        Arrival.waited(datagram.notBefore(), now));
        Decision decision = Policy.decide(now, packet, arrival, engine.world());
        boolean promises = decision instanceof Decision.Offer || !decision.changes().isEmpty();
        if (promises && !engine.ledger().isUp()) decision = silentDisk(decision.address());
        switch (decision) {
            case Decision.Offer offer -> offer(now, new Handled(datagram, packet, offer), offer);
            case Decision.Ack ack -> {
                apply(now, packet, ack);
                if (ack.client() != null) take(engine.world().offers().of(ack.client()));
                endOffer(ack.client());
                park(datagram, packet, ack);
            }
            case Decision.Note note -> {
                apply(now, packet, note);
                park(datagram, packet, note);
            }
            case Decision.Silent silent -> {
                endOffer(silent.ended());
                park(datagram, packet, silent);
            }
            case Decision.Nak nak -> park(datagram, packet, nak);
        }
    }

    private void apply(Now now, Packet packet, Decision decision) {
        for (Lease lease : decision.changes()) {
            Ip4 address = lease.address();
            int slot = engine.table().slot(address);
            take(engine.world().offers().of(slot));
            engine.world().offers().end(slot);
            // What happens to another address belongs into that one's story, with its own reason.
            if (address.equals(decision.address())) {
                Reason why = decision.reasons().getFirst();
                engine.change(now, lease, why);
                engine.pairs().changed(now, slot, Causes.of(packet, why));
            } else {
                act(now, lease, whyReplaced(decision, address));
            }
        }
    }

    private static Reason whyReplaced(Decision decision, Ip4 address) {
        for (Reason reason : decision.reasons()) {
            boolean duplicate = reason.code() == ReasonCode.LEASE_DUPLICATE;
            if (duplicate && reason.operands().getFirst().equals(address)) return reason;
        }
        return Reason.of(ReasonCode.LEASE_REPLACED, address, decision.address());
    }

    /// A change that the partner is to be told of.
    private void act(Now now, Lease lease, Reason why) {
        engine.act(now, lease, why);
        int slot = engine.table().slot(lease.address());
        engine.pairs().changed(now, slot, UpdateCause.of(why));
    }

    private void take(Offers.@Nullable Offer offer) {
        if (offer != null) taken.add(offer);
    }

    /// The batch is on disk: what was taken up is the client's.
    void settled() {
        taken.clear();
    }

    /// The batch is not on disk: who had an offer has it again, as long as a new one would last,
    /// since the client that got no answer will ask again.
    void offersRefused(Now now) {
        Offers offers = engine.world().offers();
        for (Offers.Offer offer : taken) {
            boolean free = offers.of(offer.slot()) == null && offers.of(offer.client()) == null;
            if (!free) continue;
            offers.hold(offer.client(), offer.slot(), now.tickMillis() + Offers.HOLD_MILLIS);
        }
        taken.clear();
    }

    private void endOffer(@Nullable ClientKey client) {
        if (client != null) engine.world().offers().end(client);
    }

    /// Holds the address, and lets the offer leave at once or after the silence of its address.
    private void offer(Now now, Handled handled, Decision.Offer offer) {
        if (pings.isPending(offer.address())) {
            Reason why = Reason.of(ReasonCode.SILENT_PING_PENDING, offer.address());
            Decision wait = new Decision.Silent(offer.address(), null, List.of(why));
            engine.park(new Handled(handled.datagram(), handled.packet(), wait));
            return;
        }
        if (offer.slot() >= 0) {
            engine.world().offers().hold(offer.client(), offer.slot(), offer.holdUntilTick());
        }
        int index = handled.datagram().interfaceIndex();
        boolean waits =
                offer.pingMillis() > 0
                        && !pings.isFull()
                        && engine.edges().outlet().ping(index, offer.address());
        if (!waits) {
            engine.park(handled);
            return;
        }
        engine.tally().add(Counter.PINGS);
        pings.add(
                offer.address(), new Pings.Waiting(handled, now.tickMillis() + offer.pingMillis()));
    }

    /// Somebody uses the address: it is abandoned, and the client is offered another one.
    private void pingAnswered(Now now, Ip4 address) {
        Pings.Waiting waiting = pings.answered(address);
        if (waiting == null) return;
        engine.tally().add(Counter.PINGS_ANSWERED);
        int slot = engine.table().slot(address);
        engine.world().offers().end(slot);
        if (slot >= 0 && engine.ledger().isUp()) {
            long hold = engine.plan().config().global().number(Parameter.ABANDON_LEASE_TIME);
            Lease old = engine.table().lease(slot);
            Reason why = Reason.of(ReasonCode.LEASE_PING_ANSWERED, address, hold);
            Lease abandoned = GiveBack.abandoned(old, now.wallSeconds(), hold);
            act(now, ended(now, slot, abandoned), why);
        }
        Packet packet = waiting.offer().packet();
        if (packet != null) decide(now, waiting.offer().datagram(), packet);
    }

    private void order(Now now, Input.Order order) {
        String refusal =
                switch (order.command()) {
                    case Command.Release(Ip4 address) -> release(now, address);
                    case Command.Unabandon(Ip4 address) -> unabandon(now, address);
                    case Command.MarkDrills mark -> engine.pairs().drills().mark(now, mark);
                    case Command.ToPair toPair -> orders.carryOut(now, toPair);
                };
        if (refusal != null) {
            order.answer().accept(new Outcome.Refused(refusal));
        } else {
            open.add(order);
            engine.whenDurable(
                    () -> {
                        open.remove(order);
                        order.answer().accept(new Outcome.Done());
                    });
        }
    }

    private @Nullable String release(Now now, Ip4 address) {
        int slot = engine.table().slot(address);
        if (slot < 0) return address + " is in no pool of this server.";
        if (engine.table().state(slot) != BindingState.ACTIVE) {
            return "Nobody holds " + address + ": it is " + engine.table().state(slot).word() + ".";
        }
        return free(now, slot, Reason.of(ReasonCode.LEASE_OPERATOR_RELEASED, address));
    }

    private @Nullable String unabandon(Now now, Ip4 address) {
        int slot = engine.table().slot(address);
        if (slot < 0) return address + " is in no pool of this server.";
        if (engine.table().state(slot) != BindingState.ABANDONED) {
            return address + " is not abandoned: it is " + engine.table().state(slot).word() + ".";
        }
        return free(now, slot, Reason.of(ReasonCode.LEASE_ABANDON_OVER, address));
    }

    private @Nullable String free(Now now, int slot, Reason why) {
        if (!engine.ledger().isUp()) return DISK;
        Reason silence = engine.world().permit().silence(engine.table().pool(slot));
        if (silence != null) return Sentences.of(silence);
        Lease old = engine.table().lease(slot);
        BindingState over =
                old.state() == BindingState.ACTIVE ? BindingState.RELEASED : BindingState.FREE;
        Lease lease = old.withState(over).withEnds(now.wallSeconds());
        act(now, ended(now, slot, lease), why);
        return null;
    }

    private Lease ended(Now now, int slot, Lease lease) {
        return engine.world().permit().ended(engine.table().pool(slot), lease, now.wallSeconds());
    }

    /// Leases that end, and offers that waited long enough for an answer to their ping.
    void timeGoesOn(Now now) {
        // An offer that is not sent is no promise: its client asks again, and another server.
        boolean silent = engine.pairs().drills().isSilent();
        for (Handled handled : pings.due(now.tickMillis())) if (!silent) engine.park(handled);
        // Ends are whole seconds, rounded down when the lease was given: only when the second
        // itself
        // is over has the client had its address for as long as it was told.
        engine.table().expire(now.wallSeconds() - 1, slot -> end(now, slot));
    }

    private void end(Now now, int slot) {
        LeaseTable table = engine.table();
        if (!engine.ledger().isUp()) {
            table.postpone(slot);
            return;
        }
        Lease old = table.lease(slot);
        boolean abandoned = old.state() == BindingState.ABANDONED;
        if (!engine.world().permit().mayExpire(table.pool(slot), old)) {
            // Of what is over already only the partner, or its end, can make more.
            if (old.state().isOver()) table.rest(slot);
            else table.postpone(slot);
            return;
        }
        Lease lease =
                ended(
                        now,
                        slot,
                        old.withState(abandoned ? BindingState.FREE : BindingState.EXPIRED));
        if (!abandoned) engine.whenDurable(() -> engine.tally().add(Counter.EXPIRED));
        List<Reason> told = new ArrayList<>();
        if (!abandoned) lease = GiveBack.expired(engine.world(), now, lease, told);
        act(now, lease, why(old, lease));
        for (Reason said : told) engine.note(now, lease.address(), said);
        Ip4 address = lease.address();
        engine.whenDurable(() -> Programs.run(engine.edges().outlet(), address, told));
        engine.commitIfDue(now);
    }

    private Reason why(Lease old, Lease lease) {
        if (old.state() == BindingState.ABANDONED) {
            return Reason.of(ReasonCode.LEASE_ABANDON_OVER, old.address());
        }
        return lease.state() == BindingState.EXPIRED
                ? Reason.of(ReasonCode.LEASE_EXPIRED_WAITS, old.address(), words(old))
                : Reason.of(ReasonCode.LEASE_EXPIRED, old.address(), words(old));
    }

    private static String words(Lease lease) {
        HardwareAddress hardware = lease.hardware();
        if (hardware != null && hardware.address().length() > 0) return hardware.toString();
        Octets id = lease.clientId();
        return id == null ? "-" : id.hex();
    }

    /// The batch of this packet did not get to the disk: it is remembered as silence.
    void refused(Now now, Handled handled) {
        Decision silent = silentDisk(handled.decision().address());
        engine.remember(now, new Handled(handled.datagram(), handled.packet(), silent), -1);
    }

    void refusedOrders() {
        for (Input.Order order : open) order.answer().accept(new Outcome.Refused(DISK));
        open.clear();
    }

    private static Decision silentDisk(Ip4 address) {
        return new Decision.Silent(address, null, List.of(Reason.of(ReasonCode.SILENT_DISK)));
    }
}

package org.twinlease.api;

import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Command;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.PacketView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.control.UpdateCause;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;

/// One of each message of the control channel, with the awkward values: nothing, negative, never.
final class Samples {

    static final Ip4 ADDRESS = Ip4.of("10.0.0.200");
    static final HardwareAddress TOKEN_RING =
            new HardwareAddress(6, Octets.of((byte) 0, (byte) 0xff));
    static final LeaseView LEASE =
            new LeaseView(
                    ADDRESS,
                    BindingState.ACTIVE,
                    HardwareAddress.ethernet(0x020000000001L),
                    Octets.EMPTY,
                    "caf\u00e9 \"x\"",
                    1,
                    LeaseView.NEVER,
                    2,
                    true,
                    false,
                    LeaseView.NO_POOL,
                    3,
                    4,
                    5);
    static final LeaseView BARE =
            new LeaseView(ADDRESS, BindingState.BACKUP, null, null, null, 0, 0, 0, false, false, 3);
    static final PacketView SILENCE =
            new PacketView(
                    7,
                    8,
                    "DHCPDISCOVER",
                    null,
                    TOKEN_RING,
                    null,
                    null,
                    Ip4.ZERO,
                    Ip4.BROADCAST,
                    -1,
                    -1,
                    List.of(Reason.of(ReasonCode.OFFER_HELD, ADDRESS)));
    static final FailoverView PAIR =
            new FailoverView(
                    "fo",
                    true,
                    ServerState.COMMUNICATIONS_INTERRUPTED,
                    false,
                    5,
                    Reason.of(ReasonCode.OFFER_HELD, ADDRESS),
                    ServerState.RESOLUTION_INTERRUPTED,
                    6,
                    3600,
                    List.of(0, 2),
                    -1,
                    new FailoverView.Link(
                            null, false, null, 1, 2, 3, -1, -1, null, 0, -1, 4, 5, 6));
    static final PoolView POOL =
            new PoolView(1, "a, b", "net", List.of("10.0.0.1 10.0.0.9"), 9, 1, 1, 2, 3, 1, 2);

    static final List<Query<?>> QUERIES =
            List.of(
                    new Query.Status(),
                    new Query.Counters(),
                    new Query.Pools(),
                    new Query.Leases(ADDRESS, 10, true),
                    new Query.OneLease(ADDRESS),
                    new Query.Story(ADDRESS),
                    new Query.Client(TOKEN_RING, null),
                    new Query.RecentPackets(5),
                    new Query.Failover(),
                    new Query.FailoverMessages(6),
                    new Query.Passed(17, -1, 100),
                    new Query.Past(1, 2, "fo", 3),
                    new Query.Store(),
                    new Query.Control(),
                    new Query.Configuration(),
                    new Query.LiveDrill(),
                    new Query.LeasesThen(4, ADDRESS, 5),
                    new Query.Consequence(new Command.PartnerDown("fo", 12)));

    static final List<Command> COMMANDS =
            List.of(
                    new Command.Release(ADDRESS),
                    new Command.Unabandon(ADDRESS),
                    new Command.PartnerDown("fo \u00fc", 1_700_000_000L),
                    new Command.PartnerDown("fo", 1_700_000_000L, true, "the house is dark"),
                    new Command.Pause("fo"),
                    new Command.ShutDown("fo"),
                    new Command.Resume("fo"),
                    new Command.Rebalance("fo"),
                    new Command.FullUpdate("fo"),
                    new Command.Recover("fo"),
                    new Command.MarkDrills(LiveMark.MAINTENANCE, 3600, "the yearly rehearsal"),
                    new Command.BeginDrill("fo", LiveAct.STOP_SERVING, 60, "see who waits"),
                    new Command.HoldDrill("fo"),
                    new Command.EndDrill("fo"));

    static final List<Outcome> OUTCOMES = List.of(new Outcome.Done(), new Outcome.Refused("no"));

    static final List<Notice> NOTICES =
            List.of(
                    new Notice.LeaseChanged(
                            LEASE, Reason.of(ReasonCode.OFFER_HELD, ADDRESS), 1_700_000_000_001L),
                    new Notice.LeaseChanged(
                            BARE, Reason.of(ReasonCode.LEASE_PING_ANSWERED, ADDRESS, 60L), 2),
                    new Notice.PacketSeen(SILENCE),
                    new Notice.Pulse(counters(), List.of(POOL)),
                    new Notice.PairChanged(PAIR, PAIR.why(), 3),
                    new Notice.PairPulse(List.of(PAIR), 4),
                    new Notice.PairMessage(
                            new FailoverMessageView(
                                    1,
                                    2,
                                    "fo",
                                    true,
                                    "BNDUPD",
                                    9,
                                    ADDRESS,
                                    "x",
                                    Octets.EMPTY,
                                    new UpdateCause(PAIR.why(), "DHCPREQUEST", -7, TOKEN_RING))),
                    new Notice.PoolBalanced("fo", 0, 5, 6, 1, 7),
                    new Notice.Alarm(new AlarmView(AlarmType.POOL_EMPTY, 5, true, "net")),
                    new Notice.Resync());

    private Samples() {}

    static CountersView counters() {
        long[] values = new long[Counter.values().length];
        values[Counter.ACK.ordinal()] = Long.MAX_VALUE;
        return new CountersView(17, values, 1, 2);
    }
}

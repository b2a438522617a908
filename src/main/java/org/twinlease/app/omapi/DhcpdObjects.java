package org.twinlease.app.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.ApiFault;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.PoolView;
import org.twinlease.isc.omapi.DhcpdAccess;
import org.twinlease.isc.omapi.DhcpdAccess.Ranges;
import org.twinlease.isc.omapi.DhcpdViews;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.omapi.OmapiMessage;
import org.twinlease.wire.omapi.OmapiResult;
import org.twinlease.wire.omapi.OmapiValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a dhcpd has, looked up by the names and addresses that its configuration gave: OMAPI lists
/// nothing. What it answers besides an object or that there is none is a fault with its words.
final class DhcpdObjects {

    private final OmapiTalk talk;
    private final DhcpdAccess access;
    private final Map<Integer, List<Ranges>> groups = new LinkedHashMap<>();
    private int groupsOf;

    DhcpdObjects(OmapiTalk talk, DhcpdAccess access) {
        this.talk = talk;
        this.access = access;
    }

    /// A failover-state; null when the dhcpd has none of that name.
    @Nullable OmapiMessage failoverState(String name) throws ApiFault {
        return found(talk.open("failover-state", OmapiValue.of("name", name)));
    }

    /// Whether the names of its relationships are known; asks it for something that it has in any
    /// case, so that a wrong key or place shows.
    boolean namesPeers() throws ApiFault {
        var _ = found(talk.open("control"));
        return access.peers() != null;
    }

    /// All relationships that the configuration names.
    List<FailoverView> failover() throws ApiFault {
        List<String> names = access.peers();
        if (names == null) {
            var _ = namesPeers();
            throw new ApiFault(
                    ApiFault.Kind.REFUSED,
                    talk.place()
                            + ": which failover peer? A dhcpd lists none: write its name behind the"
                            + " URL, as in omapi://"
                            + talk.place()
                            + "/NAME, or give its dhcpd.conf with --token-file");
        }
        List<FailoverView> views = new ArrayList<>();
        for (String name : names) {
            OmapiMessage object = failoverState(name);
            if (object == null) {
                throw new ApiFault(
                        ApiFault.Kind.REFUSED,
                        talk.place()
                                + " has no failover peer \""
                                + name
                                + "\"; take its name from its dhcpd.conf, case counts");
            }
            views.add(view(object, name));
        }
        return views;
    }

    /// A failover-state as people see it.
    FailoverView view(OmapiMessage object, String name) throws ApiFault {
        List<Integer> pools = new ArrayList<>();
        int index = 0;
        for (List<Ranges> merged : groups().values()) {
            boolean its = merged.stream().anyMatch(each -> name.equals(each.pool().failoverPeer()));
            if (its) pools.add(index);
            index++;
        }
        return DhcpdViews.failover(object, name, pools);
    }

    /// The pools of the configuration with dhcpd's numbers.
    List<PoolView> pools() throws ApiFault {
        List<PoolView> views = new ArrayList<>();
        for (Map.Entry<Integer, List<Ranges>> group : groups().entrySet()) {
            OmapiMessage numbers = talk.refresh(group.getKey());
            views.add(DhcpdViews.pool(views.size(), group.getValue(), numbers));
        }
        return views;
    }

    /// The configuration's pools by dhcpd's handle: those that it counts as one have one. A pool
    /// that it does not have is one under a handle that nothing has.
    private Map<Integer, List<Ranges>> groups() throws ApiFault {
        if (groupsOf == talk.connection()) return groups;
        groups.clear();
        int nobodys = -1;
        for (Ranges each : access.pools()) {
            OmapiMessage lease = leaseAt(each.pool().ranges().getFirst().low());
            int handle = lease == null ? 0 : (int) DhcpdViews.number(lease, "pool", 0);
            if (handle == 0) handle = nobodys--;
            groups.computeIfAbsent(handle, _ -> new ArrayList<>()).add(each);
        }
        groupsOf = talk.connection();
        return groups;
    }

    /// The lease of an address; null when it is in no pool.
    @Nullable LeaseView lease(Ip4 address) throws ApiFault {
        OmapiMessage object = leaseAt(address);
        return object == null ? null : lease(object);
    }

    private @Nullable OmapiMessage leaseAt(Ip4 address) throws ApiFault {
        return found(talk.open("lease", OmapiValue.of("ip-address", address)));
    }

    /// The lease that a client has or had last, at most one a key.
    List<LeaseView> leases(@Nullable HardwareAddress hardware, @Nullable Octets id)
            throws ApiFault {
        Map<Ip4, LeaseView> leases = new LinkedHashMap<>();
        if (hardware != null) {
            add(
                    leases,
                    talk.open(
                            "lease",
                            new OmapiValue("hardware-address", hardware.address()),
                            OmapiValue.of("hardware-type", hardware.type())));
        }
        if (id != null) {
            add(leases, talk.open("lease", new OmapiValue("dhcp-client-identifier", id)));
        }
        return List.copyOf(leases.values());
    }

    private void add(Map<Ip4, LeaseView> leases, OmapiMessage answer) throws ApiFault {
        if (OmapiResult.of(answer) == OmapiResult.SEVERAL) {
            throw new ApiFault(
                    ApiFault.Kind.REFUSED,
                    talk.place()
                            + ": this client has several leases, and OMAPI lists none of them; its"
                            + " lease file does (twinlease leases decode), or ask for an address");
        }
        OmapiMessage object = found(answer);
        LeaseView lease = object == null ? null : lease(object);
        if (lease != null) leases.put(lease.address(), lease);
    }

    private @Nullable LeaseView lease(OmapiMessage object) throws ApiFault {
        int handle = (int) DhcpdViews.number(object, "pool", 0);
        int pool = new ArrayList<>(groups().keySet()).indexOf(handle);
        return DhcpdViews.lease(object, pool < 0 ? LeaseView.NO_POOL : pool);
    }

    private @Nullable OmapiMessage found(OmapiMessage answer) throws ApiFault {
        return switch (OmapiResult.of(answer)) {
            case DONE -> answer;
            case NOT_FOUND -> null;
            case NO_PERMISSION,
                    EXISTS,
                    NOT_IMPLEMENTED,
                    INVALID_ARGUMENT,
                    SEVERAL,
                    KEYS_CONTRADICT,
                    BAD_STATEMENTS,
                    NO_KEY,
                    UNKNOWN_KEY,
                    INVALID_KEY,
                    UNKNOWN_ATTRIBUTE,
                    OTHER ->
                    throw new ApiFault(
                            ApiFault.Kind.REFUSED,
                            talk.place()
                                    + " does not answer the question ("
                                    + said(answer)
                                    + "); is it an ISC dhcpd 4.4?");
        };
    }

    /// What a dhcpd says of a refusal, by the name of its number.
    static String said(OmapiMessage answer) {
        OmapiValue text = answer.aboutIt("message");
        String name = said(OmapiResult.of(answer));
        return text == null ? name : name + ", \"" + text.octets().text() + '"';
    }

    static String said(OmapiResult result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Addresses that were offered and not yet taken, each held for its client until a tick (RFC 2131
/// section 3.1: the server reserves what it offers). In memory only: an offer promises nothing that
/// must survive. Bounded: above the bound the oldest offer is given up.
public final class Offers {

    /// One offer: the slot and the tick (milliseconds) at which the hold ends.
    public record Offer(ClientKey client, int slot, long untilTick) {}

    /// How long an offer is held; longer than any client waits between its tries.
    public static final long HOLD_MILLIS = 120_000;

    private final LeaseTable table;
    private final int bound;

    /// By client identifier, of clients that have none by hardware address.
    private final Map<Object, Offer> byClient = new LinkedHashMap<>();

    private final Map<Integer, Offer> bySlot = new HashMap<>();

    /// Holds rows of a table, at most `bound` at a time.
    public Offers(LeaseTable table, int bound) {
        this.table = table;
        this.bound = bound;
    }

    /// The offer to a client, null when none is held.
    public @Nullable Offer of(ClientKey client) {
        return byClient.get(identity(client));
    }

    /// The offer to a client's hardware address, made when it sent no identifier; null when none is
    /// held.
    public @Nullable Offer ofBoot(ClientKey client) {
        return client.hardware().address().length() == 0 ? null : byClient.get(client.hardware());
    }

    /// The offer of a slot, null when none is held.
    public @Nullable Offer of(int slot) {
        return bySlot.get(slot);
    }

    /// Whether a slot is held for another client than this one.
    public boolean isForAnother(int slot, ClientKey client) {
        Offer offer = bySlot.get(slot);
        return offer != null && !client.owns(offer.client().clientId(), offer.client().hardware());
    }

    /// Holds a slot for a client; what the client was offered before is free again.
    public void hold(ClientKey client, int slot, long untilTick) {
        end(client);
        end(slot);
        if (byClient.size() >= bound) drop(byClient.values().iterator().next());
        Offer offer = new Offer(client, slot, untilTick);
        byClient.put(identity(client), offer);
        bySlot.put(slot, offer);
        table.hold(slot, true);
    }

    /// Ends the hold of a client's offer, taken or given up.
    public void end(ClientKey client) {
        drop(byClient.get(identity(client)));
    }

    /// Ends the hold of a slot.
    public void end(int slot) {
        drop(bySlot.get(slot));
    }

    /// Ends every hold whose tick has come. All holds last equally long, so the first are the
    /// oldest.
    public void expire(long tick) {
        for (Iterator<Offer> i = byClient.values().iterator(); i.hasNext(); ) {
            Offer offer = i.next();
            if (offer.untilTick() > tick) return;
            i.remove();
            bySlot.remove(offer.slot());
            table.hold(offer.slot(), false);
        }
    }

    /// How many offers are held.
    public int size() {
        return byClient.size();
    }

    /// All offers, the oldest first.
    public Collection<Offer> all() {
        return Collections.unmodifiableCollection(byClient.values());
    }

    /// The slots that are held now.
    public Iterable<Integer> slots() {
        return bySlot.keySet();
    }

    private static Object identity(ClientKey client) {
        Octets id = client.clientId();
        return id == null ? client.hardware() : id;
    }

    private void drop(@Nullable Offer offer) {
        if (offer == null) return;
        byClient.remove(identity(offer.client()));
        bySlot.remove(offer.slot());
        table.hold(offer.slot(), false);
    }
}

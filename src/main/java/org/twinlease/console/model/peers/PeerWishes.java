package org.twinlease.console.model.peers;

import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Relationship;
import org.twinlease.config.document.Relationship.Side;
import org.twinlease.console.model.peers.PeerField.Whose;

import java.util.ArrayList;
import java.util.List;

/// The alterations of both configurations that give an item of a relationship a value.
public final class PeerWishes {
    private PeerWishes() {}

    /// A server's own address or port: as it says it, or else as its partner does.
    static String own(Relationship relationship, PeerField field, int half) {
        Side side = relationship.side(half);
        if (side != null) return side.item(field.word);
        return relationship.sides().getFirst().item("peer " + field.word);
    }

    /// An empty value takes the item out.
    static List<Alteration> of(Relationship relationship, PeerField field, int half, String value) {
        List<Alteration> wishes = new ArrayList<>();
        for (Side side : relationship.sides()) {
            boolean meant = half == PeersModel.BOTH || side.half() == half;
            if (meant) wishes.addAll(own(relationship, side, field, value));
            else if (field.whose == Whose.SERVER) {
                wishes.add(wish(relationship, side, "peer " + field.word, value));
            }
        }
        return wishes;
    }

    /// Of `split` and `hba`, which both say who gets which client, one is left.
    private static List<Alteration> own(
            Relationship relationship, Side side, PeerField field, String value) {
        Alteration wish = wish(relationship, side, field.word, value);
        String other = field == PeerField.SPLIT ? "hba" : "split";
        boolean shares = field == PeerField.SPLIT || field == PeerField.HBA;
        if (!shares || value.isEmpty() || side.item(other).isEmpty()) return List.of(wish);
        if (!side.item(field.word).isEmpty()) {
            return List.of(wish, wish(relationship, side, other, ""));
        }
        String path = block(relationship) + " / " + other;
        return List.of(new Alteration.Rewrite(side.half(), path, field.word + " " + value));
    }

    /// Turns the roles round; what only a primary has goes to the new one.
    public static List<Alteration> swap(Relationship relationship) {
        List<Alteration> wishes = new ArrayList<>();
        Side primary = relationship.primary();
        for (Side side : relationship.sides()) {
            boolean leads = !side.equals(primary);
            String role = leads ? "secondary" : "primary";
            String next = leads ? "primary" : "secondary";
            wishes.add(
                    new Alteration.Rewrite(side.half(), block(relationship) + " / " + role, next));
            for (String item : List.of("mclt", "split", "hba")) {
                String value = leads ? primary.item(item) : "";
                boolean has = !side.item(item).isEmpty();
                if (has || !value.isEmpty()) wishes.add(wish(relationship, side, item, value));
            }
        }
        return wishes;
    }

    private static Alteration wish(
            Relationship relationship, Side side, String item, String value) {
        String path = block(relationship) + " / " + item;
        return value.isEmpty()
                ? new Alteration.Remove(side.half(), path)
                : new Alteration.Set(side.half(), path, value);
    }

    private static String block(Relationship relationship) {
        return "failover peer \"" + relationship.name() + "\"";
    }
}

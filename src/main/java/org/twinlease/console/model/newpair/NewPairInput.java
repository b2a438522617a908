package org.twinlease.console.model.newpair;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.PairWish;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.Quantity;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Everything that is typed into the wizard, and what is wrong with it.
final class NewPairInput {

    private static final int PORTS = 65_535;
    private static final int BUCKETS = 256;

    private final Map<NewPairField, String> typed = new EnumMap<>(NewPairField.class);
    private final List<NetworkLine> networks = new ArrayList<>(List.of(NetworkLine.EMPTY));

    /// Whether the networks come out of an existing file.
    boolean fromFile;

    NewPairInput() {
        for (NewPairField field : NewPairField.values()) typed.put(field, field.begin);
    }

    void type(NewPairField field, String text) {
        typed.put(field, text);
    }

    String typed(NewPairField field) {
        return typed.getOrDefault(field, "").strip();
    }

    Map<NewPairField, String> all() {
        return Map.copyOf(typed);
    }

    List<NetworkLine> networks() {
        return networks;
    }

    /// What is wrong with a field, in words; nothing when it can be used.
    String wrong(NewPairField field) {
        String text = typed(field);
        return switch (field) {
            case NAME -> named(text, "newpair.wrong.name");
            case FIRST, SECOND -> named(text, "newpair.wrong.server");
            case FIRST_ADDRESS -> address(text) == null ? Text.of("newpair.wrong.address") : "";
            case SECOND_ADDRESS -> {
                Ip4 own = address(text);
                if (own == null) yield Text.of("newpair.wrong.address");
                boolean same = own.equals(address(typed(NewPairField.FIRST_ADDRESS)));
                yield same ? Text.of("newpair.wrong.same") : "";
            }
            case PORT -> between(Quantity.number(text), 1, PORTS, "newpair.wrong.port");
            case BASE -> fromFile && text.isEmpty() ? Text.of("newpair.wrong.base") : "";
            case LEASE ->
                    fromFile
                            ? ""
                            : between(Quantity.seconds(text), 1, 1L << 31, "newpair.wrong.time");
            case SPLIT -> between(Quantity.number(text), 0, BUCKETS, "newpair.wrong.split");
            case BALANCE, DELAY -> between(Quantity.seconds(text), 1, PORTS, "newpair.wrong.time");
            case MCLT ->
                    text.isEmpty()
                            ? ""
                            : between(Quantity.seconds(text), 1, 1L << 31, "newpair.wrong.time");
            case UNACKED -> between(Quantity.number(text), 1, PORTS, "newpair.wrong.count");
            case FIRST_FILE -> text.isEmpty() ? Text.of("newpair.wrong.file") : "";
            case SECOND_FILE -> {
                if (text.isEmpty()) yield Text.of("newpair.wrong.file");
                boolean same = text.equals(typed(NewPairField.FIRST_FILE));
                yield same ? Text.of("newpair.wrong.file.same") : "";
            }
        };
    }

    private static String named(String text, String key) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}") ? "" : Text.of(key);
    }

    private static String between(OptionalLong value, long least, long most, String key) {
        boolean inside =
                value.isPresent() && value.getAsLong() >= least && value.getAsLong() <= most;
        return inside ? "" : Text.of(key);
    }

    private static @Nullable Ip4 address(String text) {
        Ip4 address = Ip4.parse(text);
        return address == null || address.isZero() ? null : address;
    }

    /// The first thing that is wrong on a page; nothing when a person may go on.
    String wrong(int page) {
        for (NewPairField field : NewPairField.values()) {
            if (field.page != page) continue;
            String wrong = wrong(field);
            if (!wrong.isEmpty()) return Text.of("newpair.wrong", Text.of(field.label), wrong);
        }
        if (page == NewPairModel.NETWORKS && !fromFile) {
            for (NetworkLine line : networks) if (!line.wrong().isEmpty()) return line.wrong();
        }
        return "";
    }

    /// The wish, as far as the first three pages say it; null when something there is wrong.
    @Nullable PairWish wish() {
        for (int page = 0; page < NewPairModel.PREVIEW; page++) {
            if (!wrong(page).isEmpty()) return null;
        }
        Ip4 first = address(typed(NewPairField.FIRST_ADDRESS));
        Ip4 second = address(typed(NewPairField.SECOND_ADDRESS));
        if (first == null || second == null) return null;
        List<PairWish.Network> nets = new ArrayList<>();
        for (NetworkLine line : networks) {
            PairWish.Network network = line.network();
            if (network != null) nets.add(network);
        }
        return new PairWish(
                typed(NewPairField.NAME),
                (int) number(NewPairField.PORT),
                new PairWish.Server(
                        typed(NewPairField.FIRST), first, file(NewPairField.FIRST_FILE)),
                new PairWish.Server(
                        typed(NewPairField.SECOND), second, file(NewPairField.SECOND_FILE)),
                fromFile ? typed(NewPairField.BASE) : "",
                fromFile ? List.of() : nets,
                number(NewPairField.LEASE),
                new PairWish.Numbers(
                        number(NewPairField.MCLT),
                        (int) number(NewPairField.SPLIT),
                        number(NewPairField.DELAY),
                        number(NewPairField.UNACKED),
                        number(NewPairField.BALANCE)));
    }

    private long number(NewPairField field) {
        return Quantity.seconds(typed(field)).orElse(0);
    }

    /// Where a half is kept; until that is typed, a name that says which it is.
    String file(NewPairField field) {
        String text = typed(field);
        if (!text.isEmpty()) return text;
        boolean first = field == NewPairField.FIRST_FILE;
        if (first && fromFile) return typed(NewPairField.BASE);
        String server = typed(first ? NewPairField.FIRST : NewPairField.SECOND);
        return server + ".conf";
    }
}

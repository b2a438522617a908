package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.List;
import java.util.Locale;

/// Which leases a person wants to see: those of a state, and those that fit all typed terms and
/// have the rest of the text in their address, hardware address, host name or client identifier.
/// Built once, then asked for a million rows.
final class LeaseQuery {

    private final @Nullable BindingState state;
    private final boolean differing;
    private final List<LeaseTerms.Term> terms;
    private final String text;
    private final boolean addressLike;
    private final long hex;
    private final int hexDigits;

    LeaseQuery(@Nullable BindingState state, String typed) {
        this(state, typed, false);
    }

    /// With `differing`, only those of which the other server's copy says something else.
    LeaseQuery(@Nullable BindingState state, String typed, boolean differing) {
        this(state, typed, differing, new LeaseTerms.Context(0, _ -> ""));
    }

    /// With the terms of [LeaseTerms] in what was typed.
    LeaseQuery(
            @Nullable BindingState state,
            String typed,
            boolean differing,
            LeaseTerms.Context context) {
        this.state = state;
        this.differing = differing;
        var parsed = LeaseTerms.parse(typed, context);
        terms = parsed.terms();
        text = parsed.rest().strip().toLowerCase(Locale.ROOT);
        addressLike = !text.isEmpty() && text.chars().allMatch(c -> c == '.' || digit(c));
        String digits = text.replaceAll("[:.-]", "");
        boolean isHex =
                !digits.isEmpty()
                        && digits.length() <= 12
                        && digits.chars().allMatch(c -> digit(c) || (c >= 'a' && c <= 'f'));
        hexDigits = isHex && text.indexOf('.') < 0 ? digits.length() : 0;
        hex = hexDigits == 0 ? 0 : Long.parseLong(digits, 16);
    }

    /// Whether nothing is asked for, so that every row is wanted.
    boolean isAll() {
        return state == null && text.isEmpty() && terms.isEmpty() && !differing;
    }

    /// The state asked for, null for any.
    @Nullable BindingState state() {
        return state;
    }

    /// Whether only rows are wanted that differ between the two servers.
    boolean differing() {
        return differing;
    }

    /// Whether a row is wanted.
    boolean wants(LeaseTable table, int row) {
        if (state != null && table.state[row] != state.code()) return false;
        if (differing && table.copy(row) != LeaseTable.Copy.DIFFERENT) return false;
        for (LeaseTerms.Term term : terms) if (!term.wants(table, row)) return false;
        if (text.isEmpty()) return true;
        if (addressLike && Ip4.text(table.address[row]).startsWith(text)) return true;
        if (hexDigits > 0 && hexInside(table.hardware[row])) return true;
        return contains(table.host(row), text)
                || inClientId(table.clientId[row])
                || oddHardware(table, row);
    }

    private boolean hexInside(long hardware) {
        if (hardware < 0) return false;
        long mask = (1L << (4 * hexDigits)) - 1;
        for (int shift = 0; shift <= 4 * (12 - hexDigits); shift += 4) {
            if (((hardware >>> shift) & mask) == hex) return true;
        }
        return false;
    }

    private boolean inClientId(@Nullable Octets id) {
        return id != null && (contains(id.text(), text) || id.hex().contains(text));
    }

    private boolean oddHardware(LeaseTable table, int row) {
        if (table.hardware[row] >= -1) return false;
        HardwareAddress hardware = table.hardware(row);
        return hardware != null && hardware.toString().contains(text);
    }

    private static boolean contains(@Nullable String value, String lower) {
        if (value == null) return false;
        for (int i = 0; i <= value.length() - lower.length(); i++) {
            if (value.regionMatches(true, i, lower, 0, lower.length())) return true;
        }
        return false;
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }
}

package org.twinlease.console.model.peers;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.Quantity;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What may be typed into a field, and how dhcpd.conf spells it.
final class PeerValues {
    private static final long MOST_SECONDS = 0xFFFF_FFFFL;
    private static final Pattern HBA =
            Pattern.compile("[0-9a-fA-F]{1,2}(?:\\s*:\\s*[0-9a-fA-F]{1,2}){31}");
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z0-9][A-Za-z0-9-]*)*\\.?");
    private static final Pattern OCTETS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private PeerValues() {}

    /// A value as the file has it, or what is wrong with it in words; never both.
    record Read(String value, String wrong) {
        static Read good(String value) {
            return new Read(value, "");
        }

        static Read bad(String wrong) {
            return new Read("", wrong);
        }
    }

    static Read read(PeerField field, String typed) {
        String text = typed.strip();
        return switch (field.kind) {
            case ADDRESS -> address(text);
            case PORT -> number(text, 1, 65_535, "peers.wrong.port");
            case BUCKETS -> number(text, 0, 256, "peers.wrong.split");
            case PERCENT -> number(text, 0, 100, "peers.wrong.percent");
            case COUNT -> number(text, 1, 1_000_000, "peers.wrong.count");
            case SECONDS -> seconds(field, text);
            case HBA ->
                    HBA.matcher(text).matches()
                            ? Read.good(text.replaceAll("\\s", ""))
                            : Read.bad(Text.of("peers.wrong.hba"));
        };
    }

    private static Read address(String text) {
        if (OCTETS.matcher(text).matches()) {
            for (String octet : text.split("\\.", -1)) {
                if (Integer.parseInt(octet) > 255) {
                    return Read.bad(Text.of("peers.wrong.octet", octet));
                }
            }
            return Read.good(text);
        }
        boolean host = HOST.matcher(text).matches();
        return host ? Read.good(text) : Read.bad(Text.of("peers.wrong.address"));
    }

    private static Read number(String text, long least, long most, String wrong) {
        OptionalLong number = Quantity.number(text);
        boolean fits =
                number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most;
        return fits ? Read.good(Long.toString(number.getAsLong())) : Read.bad(Text.of(wrong));
    }

    private static Read seconds(PeerField field, String text) {
        OptionalLong seconds = Quantity.seconds(text);
        if (seconds.isEmpty()) return Read.bad(Text.of("peers.wrong.seconds"));
        if (seconds.getAsLong() > MOST_SECONDS) return Read.bad(Text.of("peers.wrong.long"));
        if (field == PeerField.MCLT && seconds.getAsLong() == 0) {
            return Read.bad(Text.of("peers.wrong.mclt"));
        }
        return Read.good(Long.toString(seconds.getAsLong()));
    }
}

package org.twinlease.console.model.newpair;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.PairWish;
import org.twinlease.console.model.Text;
import org.twinlease.value.Ip4;

/// A network as it is typed: `10.0.0.0/24`, its lowest and highest dynamic address, and its router
/// or nothing.
public record NetworkLine(String subnet, String low, String high, String router) {

    /// A line with nothing in it.
    public static final NetworkLine EMPTY = new NetworkLine("", "", "", "");

    private static final int BITS = 32;

    /// Why it cannot be used, in words; nothing when it can.
    String wrong() {
        Ip4 number = number();
        if (number == null) return Text.of("newpair.wrong.subnet");
        int mask = mask();
        if ((number.bits() & mask) != number.bits()) {
            return Text.of("newpair.wrong.number", new Ip4(number.bits() & mask));
        }
        Ip4 least = Ip4.parse(low.strip());
        Ip4 most = Ip4.parse(high.strip());
        if (least == null || most == null) return Text.of("newpair.wrong.range");
        if (outside(least) || outside(most)) return Text.of("newpair.wrong.outside", subnet);
        if (least.compareTo(most) > 0) return Text.of("newpair.wrong.reversed");
        if (router.isBlank()) return "";
        Ip4 way = Ip4.parse(router.strip());
        if (way == null || outside(way)) return Text.of("newpair.wrong.router", subnet);
        boolean given = least.compareTo(way) <= 0 && way.compareTo(most) <= 0;
        return given ? Text.of("newpair.wrong.router.given") : "";
    }

    private boolean outside(Ip4 address) {
        Ip4 number = number();
        return number == null || (address.bits() & mask()) != number.bits();
    }

    private @Nullable Ip4 number() {
        String text = subnet.strip();
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]|[12][0-9]|3[0-2]")) return null;
        return Ip4.parse(text.substring(0, slash));
    }

    private int mask() {
        String text = subnet.strip();
        int length = Integer.parseInt(text.substring(text.indexOf('/') + 1));
        return length == 0 ? 0 : -1 << (BITS - length);
    }

    /// The network; null when something is wrong with it.
    PairWish.@Nullable Network network() {
        Ip4 number = number();
        Ip4 least = Ip4.parse(low.strip());
        Ip4 most = Ip4.parse(high.strip());
        if (number == null || least == null || most == null || !wrong().isEmpty()) return null;
        Ip4 way = router.isBlank() ? null : Ip4.parse(router.strip());
        return new PairWish.Network(number, new Ip4(mask()), least, most, way);
    }
}

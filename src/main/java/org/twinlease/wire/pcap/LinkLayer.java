package org.twinlease.wire.pcap;

import org.jspecify.annotations.Nullable;

/// The link layers that are read, by their numbers in tcpdump's list: where in a frame the IPv4
/// packet begins.
enum LinkLayer {
    /// BSD loopback: the address family, in the byte order of who captured.
    NULL(0) {
        @Override
        int ip(byte[] frame) {
            if (frame.length < 4) return NONE;
            boolean ip = (frame[0] == 2 && frame[3] == 0) || (frame[0] == 0 && frame[3] == 2);
            return ip ? 4 : NONE;
        }
    },
    /// Ethernet, with or without VLAN tags.
    ETHERNET(1) {
        @Override
        int ip(byte[] frame) {
            return afterType(frame, 12);
        }
    },
    /// Plain IP, as some BSDs number it.
    RAW_BSD(12),
    /// Plain IP, as OpenBSD numbers it.
    RAW_OPENBSD(14),
    /// Plain IP.
    RAW(101),
    /// OpenBSD loopback: the address family in network order.
    LOOP(108) {
        @Override
        int ip(byte[] frame) {
            return NULL.ip(frame);
        }
    },
    /// Linux "cooked", what capturing on `any` gives.
    LINUX_SLL(113) {
        @Override
        int ip(byte[] frame) {
            return afterType(frame, 14);
        }
    },
    /// Plain IPv4.
    IPV4(228),
    /// Linux "cooked", second version.
    LINUX_SLL2(276) {
        @Override
        int ip(byte[] frame) {
            int type = type(frame, 0);
            return switch (type) {
                case TYPE_IPV4 -> 20;
                case VLAN, SERVICE_VLAN, OLD_VLAN -> afterType(frame, 22);
                default -> NONE;
            };
        }
    };

    /// There is no IPv4 packet in the frame.
    static final int NONE = -1;

    private static final int TYPE_IPV4 = 0x0800;
    private static final int VLAN = 0x8100;
    private static final int SERVICE_VLAN = 0x88A8;
    private static final int OLD_VLAN = 0x9100;

    private final int number;

    LinkLayer(int number) {
        this.number = number;
    }

    /// Where the IPv4 packet begins, [#NONE] where there is none: of plain IP at once.
    int ip(byte[] frame) {
        return 0;
    }

    /// The layer of a number; null for one that is not read.
    static @Nullable LinkLayer of(int number) {
        for (LinkLayer layer : values()) if (layer.number == number) return layer;
        return null;
    }

    /// Follows VLAN tags from an EtherType on.
    private static int afterType(byte[] frame, int at) {
        return switch (type(frame, at)) {
            case TYPE_IPV4 -> at + 2;
            case VLAN, SERVICE_VLAN, OLD_VLAN -> afterType(frame, at + 4);
            default -> NONE;
        };
    }

    private static int type(byte[] frame, int at) {
        return at + 2 > frame.length ? NONE : (frame[at] & 255) << 8 | (frame[at + 1] & 255);
    }
}

package org.twinlease.wire.failover;

import static org.twinlease.wire.failover.MessageType.BNDACK;
import static org.twinlease.wire.failover.MessageType.BNDUPD;
import static org.twinlease.wire.failover.MessageType.CONNECT;
import static org.twinlease.wire.failover.MessageType.CONNECTACK;
import static org.twinlease.wire.failover.MessageType.DISCONNECT;
import static org.twinlease.wire.failover.MessageType.POOLRESP;
import static org.twinlease.wire.failover.MessageType.STATE;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;

/// The options of failover, one row each: number, shape, name, and the messages in which dhcpd
/// keeps it. In any other message an option is skipped, whatever its size and however often it
/// stands there (draft-ietf-dhc-failover-12 section 12; dhcpd's tables `ft_options` and
/// `fto_allowed`). Times are absolute seconds since 1970 by the sender's clock, unless said
/// otherwise.
public enum FailoverOption {
    /// How many addresses a POOLRESP hands over.
    ADDRESSES_TRANSFERRED(1, Shape.U32, "addresses-transferred", POOLRESP),
    /// The address that a binding is about.
    ASSIGNED_IP_ADDRESS(2, Shape.IP, "assigned-IP-address", BNDUPD, BNDACK),
    /// Its binding state, 1 to 7.
    BINDING_STATUS(3, Shape.U8, "binding-status", BNDUPD, BNDACK),
    /// The data of DHCP option 61, with its type octet.
    CLIENT_IDENTIFIER(4, Shape.BYTES, "client-identifier", BNDUPD, BNDACK),
    /// The hardware type and then the address.
    CLIENT_HARDWARE_ADDRESS(5, Shape.BYTES, "client-hardware-address", BNDUPD, BNDACK),
    /// When the sender last heard the client itself.
    CLIENT_LAST_TRANSACTION_TIME(6, Shape.U32, "client-last-transaction-time", BNDUPD, BNDACK),
    /// Never sent by dhcpd, and of no use to it.
    CLIENT_REPLY_OPTIONS(7, Shape.BYTES, "client-reply-options", BNDUPD, BNDACK),
    /// Never sent by dhcpd, and of no use to it.
    CLIENT_REQUEST_OPTIONS(8, Shape.BYTES, "client-request-options", BNDUPD, BNDACK),
    /// Has no size that dhcpd's parser takes: it ends the connection where it would be kept.
    DDNS(9, Shape.BYTES, "DDNS", BNDUPD, BNDACK),
    /// Kept nowhere.
    DELAYED_SERVICE_PARAMETER(10, Shape.U8, "delayed-service-parameter"),
    /// Which hash buckets are the primary's, a bit each.
    HASH_BUCKET_ASSIGNMENT(11, Shape.HBA, "hash-bucket-assignment", CONNECT),
    /// Bit 0x1: reserved, bit 0x2: dynamic BOOTP.
    IP_FLAGS(12, Shape.U16, "IP-flags", BNDUPD, BNDACK),
    /// When the lease ends; 0 where there never was one.
    LEASE_EXPIRATION_TIME(13, Shape.U32, "lease-expiration-time", BNDUPD, BNDACK),
    /// How many unanswered BNDUPDs the sender takes.
    MAX_UNACKED_BNDUPD(14, Shape.U32, "max-unacked-bndupd", CONNECT, CONNECTACK),
    /// The maximum client lead time in seconds.
    MCLT(15, Shape.U32, "MCLT", CONNECT),
    /// Words beside a reject reason.
    MESSAGE(16, Shape.TEXT, "message", BNDACK, CONNECTACK, DISCONNECT),
    /// Kept nowhere.
    MESSAGE_DIGEST(17, Shape.BYTES, "message-digest"),
    /// Until when the sender may come to extend the lease.
    POTENTIAL_EXPIRATION_TIME(18, Shape.U32, "potential-expiration-time", BNDUPD, BNDACK),
    /// After how many seconds without a message the sender gives the connection up.
    RECEIVE_TIMER(19, Shape.U32, "receive-timer", CONNECT, CONNECTACK),
    /// 1.
    PROTOCOL_VERSION(20, Shape.U8, "protocol-version", CONNECT, CONNECTACK),
    /// See [RejectReason].
    REJECT_REASON(21, Shape.U8, "reject-reason", BNDACK, CONNECTACK, DISCONNECT),
    /// The name of the pair, the same at both servers.
    RELATIONSHIP_NAME(22, Shape.TEXT, "relationship-name", CONNECT, CONNECTACK),
    /// Bit 0x1: the sender is in STARTUP.
    SERVER_FLAGS(23, Shape.U8, "server-flags", STATE),
    /// See [org.twinlease.value.ServerState].
    SERVER_STATE(24, Shape.U8, "server-state", STATE),
    /// Since when the server is in its state; in a BNDUPD, since when the lease runs.
    START_TIME_OF_STATE(25, Shape.U32, "start-time-of-state", BNDUPD, BNDACK, STATE),
    /// 0: no TLS.
    TLS_REPLY(26, Shape.U8, "TLS-reply", CONNECTACK),
    /// 0: no TLS.
    TLS_REQUEST(27, Shape.U8, "TLS-request", CONNECT),
    /// The program: `isc-` and its version for dhcpd.
    VENDOR_CLASS_IDENTIFIER(28, Shape.TEXT, "vendor-class-identifier", CONNECT, CONNECTACK),
    /// Kept nowhere.
    VENDOR_SPECIFIC_OPTIONS(29, Shape.BYTES, "vendor-specific-options");

    /// How the data of an option is to be read.
    public enum Shape {
        /// One octet.
        U8(1),
        /// An unsigned number of two octets.
        U16(2),
        /// An unsigned number of four octets.
        U32(4),
        /// An IPv4 address.
        IP(4),
        /// 256 bits in 32 octets; another length is for the receiver of the message to refuse.
        HBA(0),
        /// Any octets.
        BYTES(0),
        /// Characters, one octet each.
        TEXT(0);

        private final int size;

        Shape(int size) {
            this.size = size;
        }

        /// The only length that the data can have; 0 where any will do.
        public int size() {
            return size;
        }
    }

    /// Above the highest number that has a row.
    static final int CODES = 30;

    private static final FailoverOption[] BY_CODE = new FailoverOption[CODES];

    static {
        for (FailoverOption option : values()) BY_CODE[option.code] = option;
    }

    private final int code;
    private final Shape shape;
    private final String label;
    private final int keptIn;

    FailoverOption(int code, Shape shape, String label, MessageType... keptIn) {
        this.code = code;
        this.shape = shape;
        this.label = label;
        int bits = 0;
        for (MessageType type : keptIn) bits |= 1 << type.code();
        this.keptIn = bits;
    }

    /// The number on the wire, 1 to 29.
    public int code() {
        return code;
    }

    /// The option of a number; null for one without a row.
    public static @Nullable FailoverOption ofCode(int code) {
        return code < 0 || code >= CODES ? null : BY_CODE[code];
    }

    /// How its data is read.
    public Shape shape() {
        return shape;
    }

    /// The draft's name.
    public String label() {
        return label;
    }

    /// The messages in which it counts.
    public Set<MessageType> keptIn() {
        Set<MessageType> types = EnumSet.noneOf(MessageType.class);
        for (MessageType type : MessageType.values()) if (isKeptIn(type)) types.add(type);
        return types;
    }

    /// Whether it counts in a message of a type.
    public boolean isKeptIn(MessageType type) {
        return (keptIn & 1 << type.code()) != 0;
    }

    /// Whether dhcpd's parser takes data of a length where the option is kept.
    boolean takes(int length) {
        return this != DDNS && (shape.size() == 0 || shape.size() == length);
    }
}

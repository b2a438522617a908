package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;

/// Which server of a pair answers a client: Pearson's hash of the client's key (RFC 3074 section 6)
/// picks one of 256 buckets, and the hash bucket assignment, 32 octets, says whose each one is. A
/// bit that is set is the primary's, least significant bit of the first octet first; the draft has
/// it the other way round, dhcpd has it so.
public final class LoadBalance {

    /// How many buckets there are, and the `split` that gives all to the primary.
    public static final int BUCKETS = 256;

    /// Octets of a hash bucket assignment.
    public static final int HBA_OCTETS = BUCKETS / 8;

    private static final int[] PEARSON = {
        251, 175, 119, 215, 81, 14, 79, 191, 103, 49, 181, 143, 186, 157, 0, 232, //
        31, 32, 55, 60, 152, 58, 17, 237, 174, 70, 160, 144, 220, 90, 57, 223, //
        59, 3, 18, 140, 111, 166, 203, 196, 134, 243, 124, 95, 222, 179, 197, 65, //
        180, 48, 36, 15, 107, 46, 233, 130, 165, 30, 123, 161, 209, 23, 97, 16, //
        40, 91, 219, 61, 100, 10, 210, 109, 250, 127, 22, 138, 29, 108, 244, 67, //
        207, 9, 178, 204, 74, 98, 126, 249, 167, 116, 34, 77, 193, 200, 121, 5, //
        20, 113, 71, 35, 128, 13, 182, 94, 25, 226, 227, 199, 75, 27, 41, 245, //
        230, 224, 43, 225, 177, 26, 155, 150, 212, 142, 218, 115, 241, 73, 88, 105, //
        39, 114, 62, 255, 192, 201, 145, 214, 168, 158, 221, 148, 154, 122, 12, 84, //
        82, 163, 44, 139, 228, 236, 205, 242, 217, 11, 187, 146, 159, 64, 86, 239, //
        195, 42, 106, 198, 118, 112, 184, 172, 87, 2, 173, 117, 176, 229, 247, 253, //
        137, 185, 99, 164, 102, 147, 45, 66, 231, 52, 141, 211, 194, 206, 246, 238, //
        56, 110, 78, 248, 63, 240, 189, 93, 92, 51, 53, 183, 19, 171, 72, 50, //
        33, 104, 101, 69, 8, 252, 83, 120, 76, 135, 85, 54, 202, 125, 188, 213, //
        96, 235, 136, 208, 162, 129, 190, 132, 156, 38, 47, 1, 7, 254, 24, 4, //
        216, 131, 89, 21, 28, 133, 37, 153, 149, 80, 170, 68, 6, 169, 234, 151,
    };

    private LoadBalance() {}

    /// The bucket of a key, 0 to 255.
    public static int bucket(Octets key) {
        int hash = key.length() & 255;
        for (int i = key.length() - 1; i >= 0; i--) hash = PEARSON[hash ^ key.at(i)];
        return hash;
    }

    /// The bucket of a client: its client identifier whole, with the type octet, or else its
    /// hardware address without the type.
    public static int bucket(@Nullable Octets clientId, HardwareAddress hardware) {
        return bucket(clientId != null ? clientId : hardware.address());
    }

    /// The assignment that gives the lowest `split` buckets to the primary.
    ///
    /// @throws IllegalArgumentException outside 0 to 256
    public static Octets hbaOfSplit(int split) {
        if (split < 0 || split > BUCKETS) throw new IllegalArgumentException("split " + split);
        byte[] bits = new byte[HBA_OCTETS];
        for (int i = 0; i < split; i++) bits[i >> 3] |= (byte) (1 << (i & 7));
        return Octets.of(bits);
    }

    /// Whether a bucket is the primary's.
    public static boolean isPrimarys(Octets hba, int bucket) {
        return (hba.at(bucket >> 3) & 1 << (bucket & 7)) != 0;
    }

    /// Whether a server answers a client's broadcast: for buckets that are its own, and for all
    /// when the client has waited longer than the limit or when the limit is 0, which switches load
    /// balancing off. Without an assignment nothing else is its own.
    public static boolean serves(
            boolean primary, int secs, int maxSeconds, @Nullable Octets hba, int bucket) {
        if (maxSeconds == 0 || secs > maxSeconds) return true;
        return hba != null && isPrimarys(hba, bucket) == primary;
    }

    /// The `secs` of a client that may have sent it with its octets swapped, as
    /// `check-secs-byte-order` has it: above 255 with a low octet of 0, the octets are swapped
    /// back.
    public static int secsInOrder(int secs) {
        return secs > 255 && (secs & 255) == 0 ? secs >> 8 : secs;
    }
}

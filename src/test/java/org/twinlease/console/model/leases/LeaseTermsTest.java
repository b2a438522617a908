package org.twinlease.console.model.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.List;
import java.util.Set;

/// What can be asked of the lease table by name.
final class LeaseTermsTest {

    private static final long NOW = 1_700_000_000L;

    private final LeaseTable table = new LeaseTable();

    @BeforeEach
    void fill() {
        table.put(
                new LeaseView(
                        Ip4.of("10.20.3.14"),
                        BindingState.ACTIVE,
                        HardwareAddress.ethernet(0x3c52_82aa_0b0cL),
                        Octets.ofText("Desk 7"),
                        "lab-Printer",
                        NOW - 600,
                        NOW + 1_800,
                        NOW - 120,
                        true,
                        false,
                        0));
    }

    private boolean wants(String typed) {
        var context = new LeaseTerms.Context(NOW, pool -> pool == 0 ? "Voice" : "");
        return new LeaseQuery(null, typed, false, context).wants(table, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "state:active, true",
        "state:act, true",
        "state:free, false",
        "-state:free, true",
        "-state:active, false",
        "pool:voice, true",
        "pool:office, false",
        "host:print, true",
        "host:desk, false",
        "mac:3c:52:82, true",
        "mac:3c5282aa, true",
        "mac:00:1b*, false",
        "id:desk, true",
        "ip:10.20, true",
        "ip:10.20.0.0/22, true",
        "ip:10.20.4.0/22, false",
        "ip:10.20.3.14/33, false",
        "ends<1h, true",
        "ends<10m, false",
        "ends>10m, true",
        "ends<1800, false",
        "ends<1801, true",
        "seen<5m, true",
        "seen>5m, false",
        "seen>1, true",
        "reserved:yes, true",
        "reserved:no, false",
        "differs:no, true",
        "STATE:Active ends<1h pool:voice print, true",
        "state:active zzz, false",
        "state:, true",
        "ends<, true",
        "ends<soon, true",
        "3c:52:82, true",
        "nothing:here, false"
    })
    void termsAreJoinedAndTheRestIsLookedForAsItIs(String typed, boolean found) {
        assertThat(wants(typed)).isEqualTo(found);
    }

    @Test
    void aTermAloneIsAlreadyLessThanEverything() {
        assertThat(new LeaseQuery(null, "state:free").isAll()).isFalse();
        assertThat(new LeaseQuery(null, " ").isAll()).isTrue();
    }

    @Test
    void namesAreOfferedFirstAndThenTheirValues() {
        Set<String> pools = Set.of("Voice", "office", "two words");
        assertThat(LeaseCompletion.of("", pools)).isEmpty();
        assertThat(LeaseCompletion.of("s", pools)).containsExactly("state:", "seen<", "seen>");
        assertThat(LeaseCompletion.of("pool:", pools)).containsExactly("pool:office", "pool:voice");
        assertThat(LeaseCompletion.of("ends<1h -sta", pools)).containsExactly("ends<1h -state:");
        assertThat(LeaseCompletion.of("ends<1h -state:a", pools))
                .isEqualTo(List.of("ends<1h -state:active", "ends<1h -state:abandoned"));
        assertThat(LeaseCompletion.of("state:active", pools)).isEmpty();
        assertThat(LeaseCompletion.of("zz", pools)).isEmpty();
    }
}

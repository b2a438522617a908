package org.twinlease.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Problem.Severity;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ScopesTest {
    private static final OptionKey NAME = OptionKey.dhcp(12);

    private static Scope scope(Scope parent, Map<Parameter, Long> numbers) {
        return new Scope(parent, Map.of(), numbers, Map.of());
    }

    @Test
    void theInnermostSettingWinsAndTheDefaultComesLast() {
        Scope outer = scope(Scope.EMPTY, Map.of(Parameter.MAX_LEASE_TIME, 5L));
        Scope inner = scope(outer, Map.of(Parameter.MIN_LEASE_TIME, 6L));
        assertThat(inner.number(Parameter.MAX_LEASE_TIME)).isEqualTo(5);
        assertThat(inner.number(Parameter.MIN_LEASE_TIME)).isEqualTo(6);
        assertThat(inner.number(Parameter.DEFAULT_LEASE_TIME)).isEqualTo(43_200);
        Scope innermost = scope(inner, Map.of(Parameter.MAX_LEASE_TIME, 7L));
        assertThat(innermost.number(Parameter.MAX_LEASE_TIME)).isEqualTo(7);
    }

    @Test
    void textsAndOptionsAreInheritedAndNullWhereNobodySetThem() {
        Scope outer =
                new Scope(
                        Scope.EMPTY,
                        Map.of(NAME, Octets.ofText("a")),
                        Map.of(),
                        Map.of(Parameter.FILENAME, "boot"));
        Scope inner = scope(outer, Map.of());
        assertThat(inner.option(NAME)).isEqualTo(Octets.ofText("a"));
        assertThat(inner.text(Parameter.FILENAME)).isEqualTo("boot");
        assertThat(inner.text(Parameter.SERVER_NAME)).isNull();
        assertThat(inner.option(OptionKey.dhcp(13))).isNull();
    }

    @Test
    void aScopeKeepsWhatItWasMadeOf() {
        Map<Parameter, Long> numbers = new HashMap<>(Map.of(Parameter.MIN_SECS, 1L));
        Scope scope = scope(Scope.EMPTY, numbers);
        numbers.put(Parameter.MIN_SECS, 2L);
        assertThat(scope.number(Parameter.MIN_SECS)).isEqualTo(1);
    }

    @Test
    void parametersAreFoundByTheirNameInAnyCase() {
        for (Parameter parameter : Parameter.values()) {
            assertThat(Parameter.named(parameter.word())).isEqualTo(parameter);
        }
        assertThat(Parameter.named("Max-Lease-Time")).isEqualTo(Parameter.MAX_LEASE_TIME);
        assertThat(Parameter.named("max-lease")).isNull();
    }

    @Test
    void aRangeCountsItsAddressesAndSpellsItself() {
        Range all = new Range(Ip4.ZERO, Ip4.BROADCAST, false);
        assertThat(all.size()).isEqualTo(1L << 32);
        Range one = new Range(Ip4.of("10.0.0.5"), Ip4.of("10.0.0.5"), false);
        assertThat(one.size()).isEqualTo(1);
        assertThat(one.words()).isEqualTo("10.0.0.5");
        Range two = new Range(Ip4.of("127.255.255.255"), Ip4.of("128.0.0.0"), false);
        assertThat(two.words()).isEqualTo("127.255.255.255 128.0.0.0");
        assertThatThrownBy(() -> new Range(Ip4.of("128.0.0.0"), Ip4.of("10.0.0.0"), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSubnetKnowsItsAddressesAndItsName() {
        Subnet subnet = subnet("10.0.1.128", "255.255.255.128");
        assertThat(subnet.contains(Ip4.of("10.0.1.255").bits())).isTrue();
        assertThat(subnet.contains(Ip4.of("10.0.1.127").bits())).isFalse();
        assertThat(subnet.name()).isEqualTo("10.0.1.128/25");
        assertThat(subnet("0.0.0.0", "0.0.0.0").name()).isEqualTo("0.0.0.0/0");
        assertThat(subnet("0.0.0.0", "0.0.0.0").contains(-1)).isTrue();
        assertThat(subnet("10.0.0.1", "255.0.0.255").name()).isEqualTo("10.0.0.1/255.0.0.255");
    }

    private static Subnet subnet(String network, String mask) {
        return new Subnet(Ip4.of(network), Ip4.of(mask), Scope.EMPTY, null);
    }

    @Test
    void problemsAreSortedByWhereTheyAre() {
        Problem second = new Problem("a.conf", 2, 1, Severity.ERROR, "x", "", "");
        Problem first = new Problem("a.conf", 1, 9, Severity.INFO, "z", "", "");
        Problem other = new Problem("b.conf", 0, 0, Severity.ERROR, "a", "", "");
        List<Problem> sorted = new ArrayList<>(List.of(other, second, first));
        Collections.sort(sorted);
        assertThat(sorted).containsExactly(first, second, other);
    }
}

package org.twinlease.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Addresses to slots, slots in hash indexes, slots in lists.
class SlotsTest {

    private static AddressMap map(String... lowsAndHighs) {
        List<PoolRange> ranges = new ArrayList<>();
        for (int i = 0; i < lowsAndHighs.length; i += 2) {
            ranges.add(new PoolRange(i / 2, Ip4.of(lowsAndHighs[i]), Ip4.of(lowsAndHighs[i + 1])));
        }
        return new AddressMap(ranges);
    }

    @Test
    void slotsCountTheAddressesOfAllRangesInOrder() {
        AddressMap map = map("10.0.1.5", "10.0.1.7", "10.0.0.1", "10.0.0.2");
        assertThat(map.size()).isEqualTo(5);
        for (int slot = 0; slot < 5; slot++) {
            assertThat(map.slot(map.address(slot))).isEqualTo(slot);
            assertThat(map.ceiling(map.address(slot))).isEqualTo(slot);
        }
        assertThat(Ip4.text(map.address(2))).isEqualTo("10.0.1.5");
        assertThat(map.pool(1)).isEqualTo(1);
        assertThat(map.pool(2)).isEqualTo(0);
        assertThat(map.slot(Ip4.of("10.0.1.4").bits())).isEqualTo(-1);
        assertThat(map.slot(Ip4.of("10.0.1.8").bits())).isEqualTo(-1);
        assertThat(map.ceiling(Ip4.of("10.0.0.3").bits())).isEqualTo(2);
        assertThat(map.ceiling(Ip4.of("10.0.1.8").bits())).isEqualTo(5);
        assertThat(map.ceiling(0)).isEqualTo(0);
    }

    @Test
    void theWholeAddressSpaceHasItsEdges() {
        AddressMap map =
                map(
                        "0.0.0.0",
                        "0.0.0.1",
                        "127.255.255.255",
                        "128.0.0.0",
                        "255.255.255.254",
                        "255.255.255.255");
        assertThat(map.size()).isEqualTo(6);
        assertThat(map.slot(0)).isEqualTo(0);
        assertThat(map.slot(0x7fff_ffff)).isEqualTo(2);
        assertThat(map.slot(0x8000_0000)).isEqualTo(3);
        assertThat(map.slot(-1)).isEqualTo(5);
        assertThat(map.slot(-3)).isEqualTo(-1);
        assertThat(map.ceiling(-1)).isEqualTo(5);
        assertThat(map().size()).isZero();
        assertThat(map().slot(5)).isEqualTo(-1);
        assertThat(map().ceiling(5)).isZero();
    }

    @Test
    void rangesThatOverlapOrAreTooLargeAreRefused() {
        assertThatThrownBy(() -> map("10.0.0.1", "10.0.0.5", "10.0.0.5", "10.0.0.9"))
                .hasMessageContaining("10.0.0.5");
        assertThatThrownBy(() -> map("0.0.0.0", "255.255.255.255"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PoolRange(0, Ip4.of("10.0.0.2"), Ip4.of("10.0.0.1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Many slots of few hashes, put in and taken out again.
    @Test
    void anIndexFindsWhatWasPutInAndNotTakenOut() {
        Random random = new Random(5);
        int[] hashes = new int[3_000];
        for (int i = 0; i < hashes.length; i++) hashes[i] = random.nextInt(700) * 64;
        SlotIndex index = new SlotIndex(slot -> hashes[slot]);
        Set<Integer> in = new HashSet<>();
        for (int step = 0; step < 20_000; step++) {
            int slot = random.nextInt(hashes.length);
            if (in.add(slot)) {
                index.add(slot);
            } else if (random.nextInt(3) > 0) {
                in.remove(slot);
                index.remove(slot);
            }
            int asked = random.nextInt(hashes.length);
            int found = index.find(hashes[asked], s -> s == asked);
            assertThat(found).isEqualTo(in.contains(asked) ? asked : -1);
        }
        index.remove(random.nextInt(hashes.length));
        assertThat(index.find(-1, _ -> false)).isEqualTo(-1);
    }

    @Test
    void aListIsWhatWasLinkedInItsOrder() {
        Random random = new Random(6);
        SlotLists lists = new SlotLists(50, 3);
        List<List<Integer>> model =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int step = 0; step < 20_000; step++) {
            int slot = random.nextInt(50);
            int list = random.nextInt(3);
            lists.unlink(slot);
            model.forEach(l -> l.remove(Integer.valueOf(slot)));
            assertThat(lists.isLinked(slot)).isFalse();
            if (random.nextInt(4) == 0) continue;
            if (random.nextBoolean()) {
                lists.append(list, slot);
                model.get(list).addLast(slot);
            } else {
                lists.prepend(list, slot);
                model.get(list).addFirst(slot);
            }
            assertThat(lists.isLinked(slot)).isTrue();
            for (int l = 0; l < 3; l++) assertThat(walk(lists, l)).isEqualTo(model.get(l));
        }
    }

    private static List<Integer> walk(SlotLists lists, int list) {
        List<Integer> found = new ArrayList<>();
        for (int slot = lists.head(list); slot >= 0; slot = lists.after(slot)) found.add(slot);
        return found;
    }
}

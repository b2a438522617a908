package org.twinlease.console.model.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.console.model.drill.Acts.Offer;
import org.twinlease.console.model.drill.Block.Lane;
import org.twinlease.drill.script.Claim;
import org.twinlease.drill.script.Deed;

import java.util.List;

/// What the menus of the page offer.
final class ActsTest {

    private static final long BEGIN = 11 * 3_600 + 1_800;
    private static final long NOON = 12 * 3_600;

    @ParameterizedTest
    @CsvSource({
        "A, kill A",
        "B, kill B",
        "B, skew B +70s",
        "A, slow A 5s",
        "B, restore B from 11:30",
        "A, operator: partner-down on A as of 11:59",
        "LINK, cut link",
        "LINK, heal",
        "CLIENTS, restart all clients",
        "CLIENTS, 10 new clients a minute"
    })
    void everySentenceStandsUnderWhatItIsAbout(Lane lane, String words) {
        assertThat(Acts.deeds(BEGIN, NOON))
                .filteredOn(offer -> offer.words().equals(words))
                .extracting(Offer::lane)
                .containsExactly(lane);
    }

    @Test
    void everythingThatTheLanguageOffersIsThereOnce() {
        List<Offer> deeds = Acts.deeds(BEGIN, NOON);
        assertThat(deeds).extracting(Offer::words).doesNotHaveDuplicates();
        assertThat(deeds).extracting(Offer::meaning).contains(Deed.KILL.meaning());
        assertThat(deeds).hasSizeGreaterThan(Deed.values().length);
        for (Offer offer : deeds) {
            assertThat(Acts.read(offer.words(), NOON)).as(offer.words()).hasSize(1);
        }
        assertThat(Acts.claims(NOON)).hasSameSizeAs(Claim.values());
        assertThat(Acts.claims(NOON)).extracting(Offer::lane).containsOnly(Lane.EXPECT);
    }

    @Test
    void aSentenceAboutBothIsDoneToEach() {
        assertThat(Acts.read("kill both", NOON))
                .extracting(act -> act.text())
                .containsExactly("kill A", "kill B");
        assertThat(Acts.read("cut the cable", NOON)).isEmpty();
    }

    @Test
    void nothingLooksBackToBeforeTheDrill() {
        assertThat(Acts.deeds(BEGIN, BEGIN))
                .extracting(Offer::words)
                .contains("operator: partner-down on B as of 11:30");
    }

    @Test
    void theSpeedsGoUpAndDownAndEndAtTheirEnds() {
        assertThat(Speed.X1.next(false)).isEqualTo(Speed.X1);
        assertThat(Speed.X60.next(true)).isEqualTo(Speed.X600);
        assertThat(Speed.X3600.next(true)).isEqualTo(Speed.MOST);
        assertThat(Speed.MOST.next(true)).isEqualTo(Speed.MOST);
        assertThat(Speed.X3600.words()).isEqualTo("\u00d73600");
    }
}

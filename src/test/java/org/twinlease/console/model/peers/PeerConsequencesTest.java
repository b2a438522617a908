package org.twinlease.console.model.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.config.document.Relationship;
import org.twinlease.config.document.Relationship.Side;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a value leads to, at the edges where it begins to lead somewhere else; and what may be
/// typed at all.
final class PeerConsequencesTest {

    /// 200 addresses, leases of two hours.
    private static Fact of(PeerField field, Map<String, String> first, Map<String, String> second) {
        var relationship =
                new Relationship(
                        "fo",
                        List.of(
                                new Side(0, false, first, "a.conf", 1),
                                new Side(1, true, second, "b.conf", 1)),
                        200,
                        7_200);
        return new PeerConsequences(relationship, List.of("dhcp-a", "dhcp-b")).of(field);
    }

    private static Fact of(PeerField field, String value) {
        return of(field, value.isEmpty() ? Map.of() : Map.of(field.word, value), Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPLIT | 0 | WATCH | dhcp-a answers 0 of 256 buckets (0.0 %), dhcp-b 256",
                "SPLIT | 1 | PLAIN | dhcp-a answers 1 of 256 buckets (0.4 % of the clients)",
                "SPLIT | 254 | PLAIN | dhcp-b the other 2 (0.8 %)",
                "SPLIT | 255 | WATCH | dhcp-a answers 255 of 256 buckets (99.6 %), dhcp-b 1:",
                "SPLIT | 256 | WATCH | dhcp-b 0:",
                "BALANCE | '' | BAD | Balancing is off",
                "BALANCE | 0 | BAD | Balancing is off",
                "BALANCE | 10 | PLAIN | after 10 s",
                "BALANCE | 11 | WATCH | after 11 s",
                "MCLT | 7199 | PLAIN | gets 1 h 59 min first, 2 h from",
                "MCLT | 7200 | WATCH | Not shorter than the shortest lease time of this pair (2 h)",
                "DELAY | '' | PLAIN | given up after 20 s",
                "DELAY | 0 | PLAIN | given up after 20 s",
                "DELAY | 9 | WATCH | Every pause of 9 s",
                "DELAY | 10 | PLAIN | given up after 10 s",
                "UNACKED | '' | PLAIN | 100 updates",
                "UNACKED | 4 | WATCH | at least 2.0 changes",
                "UNACKED | 5 | PLAIN | at least 2.5 changes",
                "AUTO_DOWN | '' | PLAIN | Off",
                "AUTO_DOWN | 0 | PLAIN | Off",
                "AUTO_DOWN | 1 | BAD | 1 s after a cut both servers take all",
                "MISBALANCE | '' | PLAIN | more than 15 %",
                "OWNERSHIP | 30 | PLAIN | up to 30 %",
                "MIN_BALANCE | '' | PLAIN | than 1 min after",
                "MAX_BALANCE | 7200 | PLAIN | after 2 h at",
            })
    void aValueLeadsToThatAndIsSoBad(PeerField field, String value, Tone tone, String words) {
        Fact fact = of(field, value);
        assertThat(fact.words()).contains(words);
        assertThat(fact.tone()).isEqualTo(tone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT | port 647 | peer port 647 | PLAIN | ''",
                "PORT | '' | peer port 647 | PLAIN | ''",
                "PORT | port 647 | '' | PLAIN | ''",
                "PORT | port 648 | '' | BAD | dhcp-a says 648, but dhcp-b looks for it at 647",
                "PORT | peer port 700 | '' | BAD | dhcp-b says 647, but dhcp-a looks for it at 700",
                "ADDRESS | address 10.0.0.1 | peer address 10.0.0.1 | PLAIN | ''",
                "ADDRESS | address 10.0.0.1 | '' | BAD | says 10.0.0.1, but dhcp-b looks for it at"
                        + " nothing",
                "ADDRESS | '' | peer address 10.0.0.1 | BAD | dhcp-a says nothing, but dhcp-b",
            })
    void eachListensWhereTheOtherLooksForItOrTheyDoNotMeet(
            PeerField field, String first, String second, Tone tone, String words) {
        Fact fact = of(field, item(first), item(second));
        assertThat(fact.tone()).isEqualTo(tone);
        assertThat(fact.words()).contains(words);
    }

    private static Map<String, String> item(String text) {
        int gap = text.lastIndexOf(' ');
        return gap < 0 ? Map.of() : Map.of(text.substring(0, gap), text.substring(gap + 1));
    }

    @ParameterizedTest
    @CsvSource({"'', true", "128, false"})
    void aBucketMapSaysWhoAnswersUnlessThereIsASplit(String split, boolean map) {
        Map<String, String> items = new HashMap<>(Map.of("hba", "ff:00"));
        if (!split.isEmpty()) items.put("split", split);
        String words = of(PeerField.SPLIT, items, Map.of()).words();
        assertThat(words.equals(Text.of("peers.then.split.hba"))).isEqualTo(map);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADDRESS | ' 10.0.0.2 ' | 10.0.0.2",
                "ADDRESS | 255.255.255.255 | 255.255.255.255",
                "ADDRESS | dhcp-1.example.net | dhcp-1.example.net",
                "ADDRESS | a.1b. | a.1b.",
                "PORT | 1 | 1",
                "PORT | 00647 | 647",
                "PORT | 65535 | 65535",
                "SPLIT | 0 | 0",
                "SPLIT | 256 | 256",
                "MCLT | 1 | 1",
                "MCLT | 1h 30m | 5400",
                "MCLT | 01:00:00 | 3600",
                "DELAY | 0 | 0",
                "MIN_BALANCE | 4294967295 | 4294967295",
                "UNACKED | 1000000 | 1000000",
                "MISBALANCE | 100 | 100",
            })
    void whatMayBeTypedIsWrittenAsTheFileHasIt(PeerField field, String typed, String written) {
        assertThat(PeerValues.read(field, typed)).isEqualTo(PeerValues.Read.good(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADDRESS | '' | peers.wrong.address",
                "ADDRESS | 10.0.0 | peers.wrong.address",
                "ADDRESS | 10.0.0.2.3 | peers.wrong.address",
                "ADDRESS | 1host | peers.wrong.address",
                "ADDRESS | two words | peers.wrong.address",
                "ADDRESS | a..b | peers.wrong.address",
                "PORT | 0 | peers.wrong.port",
                "PORT | 65536 | peers.wrong.port",
                "PORT | -1 | peers.wrong.port",
                "SPLIT | 257 | peers.wrong.split",
                "SPLIT | half | peers.wrong.split",
                "MCLT | 0 | peers.wrong.mclt",
                "MCLT | 0m | peers.wrong.mclt",
                "MCLT | 1x | peers.wrong.seconds",
                "MAX_BALANCE | 4294967296 | peers.wrong.long",
                "MAX_BALANCE | 9999w | peers.wrong.long",
                "UNACKED | 0 | peers.wrong.count",
                "UNACKED | 1.5 | peers.wrong.count",
                "OWNERSHIP | 101 | peers.wrong.percent",
                "HBA | ff:00 | peers.wrong.hba",
            })
    void whatMayNotBeTypedSaysWhatMay(PeerField field, String typed, String wrong) {
        assertThat(PeerValues.read(field, typed)).isEqualTo(PeerValues.Read.bad(Text.of(wrong)));
    }

    @ParameterizedTest
    @EnumSource(PeerField.class)
    void dhcpdsDefaultMayBeTyped(PeerField field) {
        if (field.otherwise.isEmpty()) return;
        assertThat(PeerValues.read(field, field.otherwise).value()).isEqualTo(field.otherwise);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ff: | :00 | true",
                "' ff :' | ':  0' | true",
                "ff: | '' | false",
                "fg: | :00 | false",
                "ff: | :000 | false"
            })
    void aBucketMapIsThirtyTwoOctets(String first, String last, boolean good) {
        String typed = first + "ff:".repeat(29) + "ff" + last;
        PeerValues.Read read = PeerValues.read(PeerField.HBA, typed);
        assertThat(read.wrong().isEmpty()).isEqualTo(good);
        if (good) assertThat(read.value()).matches("ff:(ff:){30}0+");
    }
}

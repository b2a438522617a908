package org.twinlease.console.model.newpair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.MemoryPairs;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.model.newpair.NewPairModel.State;

import java.util.List;
import java.util.Objects;

/// From two servers and their networks to two files.
final class NewPairModelTest {

    private static final String BASE =
            """
            # The branch office, since 2011.
            default-lease-time 600;
            subnet 10.1.0.0 netmask 255.255.255.0 {
              # the printer
              option routers 10.1.0.1;
              range 10.1.0.20 10.1.0.99;
            }
            """;

    private final MemoryPairs pairs = new MemoryPairs();
    private final NewPairModel model = new NewPairModel(pairs, Runnable::run, Runnable::run);

    private State state() {
        return model.shown().state();
    }

    private void servers() {
        model.type(NewPairField.FIRST_ADDRESS, "10.0.0.2");
        model.type(NewPairField.SECOND_ADDRESS, "10.0.0.3");
        model.next();
    }

    private void network() {
        model.network(0, new NetworkLine("10.0.0.0/24", "10.0.0.10", "10.0.0.200", "10.0.0.1"));
        model.next();
    }

    private Fact then(NewPairField field) {
        return Objects.requireNonNull(state().thens().get(field));
    }

    private static String text(Sheet sheet) {
        return String.join(
                "\n",
                sheet.lines().stream()
                        .filter(line -> line.mark() != MarkedLine.Mark.REMOVED)
                        .map(MarkedLine::text)
                        .toList());
    }

    @Test
    void fiveShortPagesMakeTwoCleanFilesFromNothing() {
        servers();
        network();
        assertThat(state().page()).isEqualTo(NewPairModel.NUMBERS);
        assertThat(state().mclt())
                .as("half the lease time, at most half an hour")
                .isEqualTo("1800");
        model.next();
        assertThat(state().problems())
                .containsExactly(
                        new Fact(
                                "The check finds no error and no warning in either file, nor"
                                        + " between the two.",
                                Tone.GOOD));
        assertThat(state().sheets())
                .extracting(Sheet::name)
                .containsExactly("dhcp-a.conf", "dhcp-b.conf");
        assertThat(text(state().sheets().getFirst()))
                .contains("primary;", "mclt 1800;", "split 128;", "default-lease-time 28800;");
        assertThat(text(state().sheets().getLast()))
                .contains("secondary;", "address 10.0.0.3;", "range 10.0.0.10 10.0.0.200;")
                .doesNotContain("mclt", "split");
        assertThat(pairs.files).as("nothing is written yet").isEmpty();
        model.next();
        model.write();
        assertThat(pairs.files).containsOnlyKeys("dhcp-a.conf", "dhcp-b.conf");
        assertThat(state().done())
                .startsWith("Written: dhcp-a.conf, dhcp-b.conf. Bring each file to its server");
        assertThat(model.written()).containsExactly("dhcp-a.conf", "dhcp-b.conf");
    }

    @Test
    void anExistingFileIsTheFirstHalfWithItsCommentsAndIsKept() {
        pairs.files.put("/etc/dhcp/dhcpd.conf", BASE);
        model.base("/etc/dhcp/dhcpd.conf");
        servers();
        model.next();
        assertThat(state().mclt()).isEqualTo("300");
        model.next();
        Sheet first = state().sheets().getFirst();
        assertThat(first.lines().getFirst())
                .isEqualTo(
                        new MarkedLine(
                                MarkedLine.Mark.SAME, 1, "# The branch office, since 2011."));
        assertThat(text(state().sheets().getLast()))
                .contains("# The branch office", "# the printer", "failover peer \"fo\"");
        model.next();
        assertThat(state().typed())
                .containsEntry(NewPairField.FIRST_FILE, "/etc/dhcp/dhcpd.conf")
                .containsEntry(NewPairField.SECOND_FILE, "dhcp-b.conf");
        model.write();
        assertThat(pairs.files.get("/etc/dhcp/dhcpd.conf")).contains("primary;");
        assertThat(state().done()).contains("The former files are /etc/dhcp/dhcpd.conf.bak. Bring");
    }

    @Test
    void numbersSayWhatTheyLeadToBetweenTheseServers() {
        servers();
        network();
        model.type(NewPairField.SPLIT, "255");
        assertThat(state().buckets()).isEqualTo(255);
        assertThat(then(NewPairField.SPLIT).tone()).isEqualTo(Tone.WATCH);
        model.type(NewPairField.MCLT, "10h");
        assertThat(then(NewPairField.MCLT))
                .satisfies(fact -> assertThat(fact.tone()).isEqualTo(Tone.WATCH))
                .satisfies(fact -> assertThat(fact.words()).contains("10 h"));
        model.type(NewPairField.DELAY, "soon");
        assertThat(state().wrongs()).containsOnlyKeys(NewPairField.DELAY);
        model.next();
        assertThat(state().page()).isEqualTo(NewPairModel.NUMBERS);
        assertThat(state().obstacle())
                .isEqualTo("max-response-delay: a time, as in 60, 30 min or 8h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10.0.0.0        | 10.0.0.10 | 10.0.0.20 |            | A subnet is its number
                    10.0.0.7/24     | 10.0.0.10 | 10.0.0.20 |            | The number of that subnet is 10.0.0.0
                    10.0.0.0/24     | 10.0.0.x  | 10.0.0.20 |            | The dynamic addresses are two
                    10.0.0.0/24     | 10.0.0.10 | 10.0.1.20 |            | The dynamic addresses are not in
                    10.0.0.0/24     | 10.0.0.30 | 10.0.0.20 |            | The first dynamic address
                    10.0.0.0/24     | 10.0.0.10 | 10.0.0.20 | 10.1.0.1   | The router is an address of
                    10.0.0.0/24     | 10.0.0.10 | 10.0.0.20 | 10.0.0.15  | The router\u2019s address is among
                    """)
    void aNetworkThatCannotBeIsSaidInWords(
            String subnet, String low, String high, String router, String words) {
        servers();
        model.network(0, new NetworkLine(subnet, low, high, router == null ? "" : router));
        model.next();
        assertThat(state().page()).isEqualTo(NewPairModel.NETWORKS);
        assertThat(state().obstacle()).startsWith(words);
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStaysOnTheWayBack() {
        model.next();
        assertThat(state().page()).isZero();
        assertThat(state().obstacle()).startsWith("Primary\u2019s address: an IPv4 address");
        assertThat(state().wrongs())
                .containsOnlyKeys(NewPairField.FIRST_ADDRESS, NewPairField.SECOND_ADDRESS);
        model.type(NewPairField.FIRST_ADDRESS, "10.0.0.2");
        model.type(NewPairField.SECOND_ADDRESS, "10.0.0.2");
        assertThat(state().obstacle()).contains("the other server has this address");
        servers();
        model.addNetwork();
        model.network(1, new NetworkLine("10.0.7.0/24", "10.0.7.10", "10.0.7.20", ""));
        model.removeNetwork(0);
        model.removeNetwork(0);
        assertThat(state().networks()).as("the last one stays").hasSize(1);
        model.back();
        model.next();
        assertThat(state().networks().getFirst().subnet()).isEqualTo("10.0.7.0/24");
        model.next();
        assertThat(state().page()).isEqualTo(NewPairModel.NUMBERS);
    }

    @Test
    void aFileThatCannotBecomeAHalfIsRefusedWhereItIsChosenAndAFailedWriteIsSaid() {
        servers();
        model.fromFile(true);
        model.type(NewPairField.BASE, "nowhere.conf");
        model.next();
        assertThat(state().obstacle()).isEqualTo("nowhere.conf cannot be read.");
        pairs.files.put("paired.conf", "failover peer \"x\" { primary; }\n" + BASE);
        model.type(NewPairField.BASE, "paired.conf");
        assertThat(state().obstacle()).startsWith("The file has a failover peer \"x\" already");
        pairs.files.put("empty.conf", "default-lease-time 600;\n");
        model.type(NewPairField.BASE, "empty.conf");
        assertThat(state().obstacle()).isEqualTo("The file has no dynamic addresses to share.");
        model.fromFile(false);
        network();
        model.next();
        model.next();
        pairs.refusal = "The disk is full.";
        model.write();
        assertThat(state().obstacle()).isEqualTo("The disk is full.");
        assertThat(state().done()).isEmpty();
        assertThat(model.written()).isEqualTo(List.of());
        model.type(NewPairField.SECOND_FILE, "dhcp-a.conf");
        assertThat(state().obstacle()).contains("both halves need a file of their own");
    }
}

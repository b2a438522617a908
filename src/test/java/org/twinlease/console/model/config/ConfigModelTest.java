package org.twinlease.console.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.config.document.Alteration;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.config.ConfigModel.Branch;
import org.twinlease.console.model.config.ConfigModel.Inherited;
import org.twinlease.console.model.config.ConfigModel.Row;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.window.Desk;

import java.util.List;

/// Blocks of both configurations, each with its form.
final class ConfigModelTest {

    private static final String HOSTS =
            """
            option domain-name "example.org";
            group {
              next-server 10.0.0.3;
              host printer {
                hardware ethernet 02:00:00:00:00:01;
                fixed-address 10.0.0.5;
              }
            }
            if known {
              log(info, "known");
            }
            """;

    private DraftModel draft;
    private ConfigModel model;

    @BeforeEach
    void open() {
        open(MemoryDocuments.pair());
    }

    private void open(MemoryDocuments documents) {
        var session = new Desk(Samples.office()).session(ConsoleSession.Mode.DEMO);
        draft = new DraftModel(session.with(documents), Runnable::run);
        model = new ConfigModel(draft, documents);
        draft.load();
    }

    private ConfigModel.State state() {
        return model.shown().state();
    }

    private void choose(String title) {
        model.choose(
                state().tree().stream()
                        .filter(branch -> branch.title().startsWith(title))
                        .map(Branch::id)
                        .findFirst()
                        .orElseThrow());
    }

    private Row row(String key) {
        return state().rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String nets() {
        return draft.now().text("nets.conf");
    }

    @Test
    void bothConfigurationsAreOneTree() {
        assertThat(state().tree())
                .extracting(b -> "  ".repeat(b.depth()) + b.kind() + " " + b.title())
                .containsExactly(
                        " Whole configuration",
                        "  Failover peer fo",
                        "  Subnet 10.0.0.0/24",
                        "    Pool 10.0.0.10 10.0.0.209");
        assertThat(state().tree()).allMatch(branch -> branch.only().isEmpty());
    }

    @Test
    void aBlockThatOnlyOneServerHasSaysSo() {
        draft.alter(
                "", "", List.of(new Alteration.Insert(1, "", "host h {\n\tddns-updates off;\n}")));
        assertThat(state().tree().getLast().title()).isEqualTo("h");
        assertThat(state().tree().getLast().only()).isEqualTo("dhcp-b");
    }

    @Test
    void aValueOfASharedFileIsTypedOnce() {
        choose("10.0.0.0");
        assertThat(row("option routers").cells()).hasSize(1);
        model.type("option routers#1", ConfigModel.BOTH, "10.0.0.1 10.0.0.2");
        assertThat(nets()).contains("option routers 10.0.0.1, 10.0.0.2;");
        assertThat(row("option routers").cells().getFirst().typed()).isEqualTo("10.0.0.1 10.0.0.2");
        model.leave("option routers#1", ConfigModel.BOTH);
        assertThat(row("option routers").cells().getFirst().typed())
                .isEqualTo("10.0.0.1, 10.0.0.2");
    }

    @Test
    void whatIsNoValueStaysInItsFieldAndOutOfTheFile() {
        choose("10.0.0.0");
        model.type("option routers#1", ConfigModel.BOTH, "10.0.0.300");
        assertThat(row("option routers").cells().getFirst().wrong())
                .startsWith("10.0.0.300 is no address");
        choose("10.0.0.10");
        model.type("range#1", ConfigModel.BOTH, "10.0.0.10 to 10.0.0.20");
        assertThat(row("range").cells().getFirst().wrong()).startsWith("One address, or");
        model.type("range#1", ConfigModel.BOTH, "10.0.0.10 - 10.0.0.20");
        assertThat(nets()).contains("range 10.0.0.10 10.0.0.20;");
        assertThat(state().title())
                .as("it is still the same")
                .isEqualTo("Pool 10.0.0.10 10.0.0.20");
    }

    @Test
    void timesTakeTheirUnitsAndTheWordsOfFlagsAreKnown() {
        model.choose("");
        model.type("default-lease-time#1", ConfigModel.BOTH, "3h");
        assertThat(nets()).contains("default-lease-time 10800;");
        model.add("ping-check", "no");
        assertThat(nets() + draft.now().text("a.conf")).contains("ping-check false;");
        model.add("ping-check", "perhaps");
        assertThat(state().refusal()).isEqualTo("on or off, true or false.");
        model.add("option domain-name", "example.org");
        assertThat(draft.now().text("b.conf")).contains("option domain-name \"example.org\";");
    }

    @Test
    void whatTheChecksFindStandsBelowItsLine() {
        choose("10.0.0.0");
        assertThat(row("option routers").note().words()).isEmpty();
        model.type("option routers#1", ConfigModel.BOTH, "10.9.9.9");
        assertThat(row("option routers").note().tone()).isEqualTo(Tone.WATCH);
        assertThat(row("option routers").note().words()).contains("10.9.9.9");
    }

    @Test
    void whatIsInheritedIsShownWithWhereItIsSetAndCanBeOverridden() {
        choose("10.0.0.10");
        assertThat(state().inherited())
                .contains(
                        new Inherited("option routers", "10.0.0.254", "Subnet 10.0.0.0/24"),
                        new Inherited("default-lease-time", "7200", "Whole configuration"));
        model.add("default-lease-time", "600");
        assertThat(nets()).contains("    default-lease-time 600;\n");
        assertThat(state().inherited()).noneMatch(i -> i.key().equals("default-lease-time"));
        assertThat(row("default-lease-time").cells().getFirst().typed()).isEqualTo("600");
        model.remove("default-lease-time#1");
        assertThat(nets()).isEqualTo(draft.stored().text("nets.conf"));
    }

    @Test
    void valuesThatDifferBetweenTheServersStandSideBySide() {
        choose("fo");
        Row role = row("address");
        assertThat(role.cells())
                .extracting(ConfigModel.Cell::server)
                .containsExactly("dhcp-a", "dhcp-b");
        assertThat(role.cells())
                .extracting(ConfigModel.Cell::typed)
                .containsExactly("10.0.0.1", "10.0.0.2");
        model.type("address#1", 1, "10.0.0.7");
        assertThat(draft.now().text("b.conf")).contains("  address 10.0.0.7;");
        assertThat(draft.now().text("a.conf")).contains("  address 10.0.0.1;");
    }

    @Test
    void whatNoFormKnowsIsEditedAsText() {
        open(MemoryDocuments.single(HOSTS));
        choose("if known");
        assertThat(state().text()).isEqualTo("if known {\n  log(info, \"known\");\n}");
        model.rewrite("if not known {\n  log(info, \"new\");\n}");
        assertThat(draft.now().text("a.conf"))
                .endsWith("if not known {\n  log(info, \"new\");\n}\n");
        choose("if not known");
        String log = state().rows().getFirst().id();
        assertThat(state().rows().getFirst().key()).isEqualTo("log");
        model.remove(log);
        assertThat(draft.now().text("a.conf")).doesNotContain("log(");
    }

    @Test
    void blocksArePutInAndTakenOut() {
        open(MemoryDocuments.single(HOSTS));
        choose("group");
        model.insert("host copier {\n  fixed-address 10.0.0.6;\n}");
        assertThat(draft.now().text("a.conf"))
                .contains("  host copier {\n    fixed-address 10.0.0.6;\n  }\n");
        choose("printer");
        assertThat(state().where()).isEqualTo("a.conf, line 4");
        model.removeBlock();
        assertThat(draft.now().text("a.conf")).doesNotContain("printer");
        assertThat(state().title()).isEqualTo("Group group");
        draft.undo();
        assertThat(draft.now().text("a.conf")).contains("host printer {");
    }

    @Test
    void aSecondStatementInAValueIsRefused() {
        choose("10.0.0.10");
        model.type("failover#1", ConfigModel.BOTH, "failover peer \"fo\"; range 10.0.0.9");
        var failing =
                state().rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> !cell.wrong().isEmpty())
                        .toList();
        assertThat(failing).hasSize(1);
        assertThat(nets()).isEqualTo(draft.stored().text("nets.conf"));
    }
}

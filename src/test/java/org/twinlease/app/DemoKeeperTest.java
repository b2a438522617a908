package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.twinlease.app.files.KeptDocuments;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Documents;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;

import java.io.IOException;
import java.util.List;

/// What is stored for the demo's servers is what they run on.
@Tag("socket")
final class DemoKeeperTest {

    private Demo demo;
    private Documents documents;

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start("test", 5, cause -> {});
        documents = new KeptDocuments(new DemoKeeper(demo.servers()));
    }

    @AfterEach
    void stop() throws IOException {
        demo.close();
    }

    private Document altered(String path, String value) {
        Document document = documents.open();
        var altered = documents.alter(document, List.of(new Alteration.Set(0, path, value)));
        assertThat(altered.refusal()).isEmpty();
        return document.after(altered.edits());
    }

    private FailoverView pair(int server) {
        return demo.channels().get(server).ask(new Query.Failover()).join().getFirst();
    }

    private long addresses(int server) {
        var pools = demo.channels().get(server).ask(new Query.Pools()).join();
        return pools.stream().mapToLong(PoolView::size).sum();
    }

    @Test
    void theDocumentIsBothServersFilesAndTheOneThatTheyShare() {
        Document document = documents.open();
        assertThat(document.halves())
                .extracting(Document.Half::server)
                .containsExactly("dhcp-a", "dhcp-b");
        assertThat(document.papers())
                .extracting(Document.Paper::name)
                .containsExactly("dhcp-a.conf", "dhcp-b.conf", "demo.conf");
        assertThat(documents.survey(document).isUsable()).isTrue();
    }

    @Test
    void anMcltThatIsStoredIsWhatThePrimaryRunsOn() {
        Document before = documents.open();
        Document after = altered("failover peer \"campus\" / mclt", "90");
        assertThat(pair(0).mclt()).isEqualTo(60);
        assertThat(documents.store(before, after).refusal()).isEmpty();
        assertThat(pair(0).mclt()).isEqualTo(90);
        assertThat(documents.open()).isEqualTo(after);
        assertThat(documents.store(after, before).refusal()).isEmpty();
        assertThat(pair(0).mclt()).isEqualTo(60);
    }

    @Test
    void aRangeOfTheSharedFileIsTakenByBothServers() {
        long known = addresses(0);
        Document before = documents.open();
        String path = "shared-network guests / subnet 10.20.16.0 / pool / range";
        Document after = altered(path, "10.20.16.10 10.20.16.48");
        assertThat(documents.store(before, after).refusal()).isEmpty();
        assertThat(addresses(0)).isEqualTo(known - 10);
        assertThat(addresses(1)).isEqualTo(known - 10);
    }

    @Test
    void whatWouldNotRunOrIsNotOfThePresentIsRefusedByBoth() {
        Document before = documents.open();
        Document broken = altered("failover peer \"campus\" / split", "300");
        assertThat(documents.store(before, broken).refusal())
                .isEqualTo("dhcpd.conf of dhcp-a has errors; see the problems.");
        assertThat(documents.store(broken, before).refusal())
                .startsWith("The demo runs on something else by now");
        assertThat(documents.open()).isEqualTo(before);
    }
}

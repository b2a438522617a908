package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.twinlease.app.files.KeptDocuments;
import org.twinlease.config.document.Documents;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.model.wizard.WizardModel;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Counter;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// One of the demo's two servers leaves the pair as the wizard leads, on real servers.
@Tag("socket")
final class DemoLeaveTest {

    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final Desk desk = new Desk(new FakeChannel());
    private final List<ControlChannel.Watch> watches = new ArrayList<>();
    private Demo demo;
    private Documents documents;
    private ConsoleModels models;

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start("test", 5, cause -> {});
        documents = new KeptDocuments(new DemoKeeper(demo.servers()));
        desk.channels = List.copyOf(demo.channels());
        desk.documents = documents;
        desk.millis = System.currentTimeMillis();
        models = new ConsoleModels(desk.session(ConsoleSession.Mode.DEMO), work::add);
        models.start();
        for (int i = 0; i < 2; i++) {
            int server = i;
            watches.add(
                    demo.channels()
                            .get(i)
                            .watch(notice -> work.add(() -> models.on(server, List.of(notice)))));
        }
    }

    @AfterEach
    void stop() throws IOException {
        watches.forEach(ControlChannel.Watch::close);
        demo.close();
    }

    /// Lets the console work, with its ticks, until something is so.
    private void until(BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        long tick = 0;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in a minute").isLessThan(end);
            Runnable next = work.poll(20, TimeUnit.MILLISECONDS);
            if (next != null) next.run();
            desk.millis = System.currentTimeMillis();
            if (desk.millis - tick < 500) continue;
            tick = desk.millis;
            models.tick();
        }
    }

    private long addresses(int server) {
        var pools = demo.channels().get(server).ask(new Query.Pools()).join();
        return pools.stream().mapToLong(PoolView::size).sum();
    }

    private long acks(int server) {
        return demo.channels().get(server).ask(new Query.Counters()).join().get(Counter.ACK);
    }

    @Test
    void theOneThatStaysServesEverythingAndTheOtherNothing() throws InterruptedException {
        WizardModel wizard = models.wizards();
        DraftModel draft = models.drafts().draft();
        until(() -> models.pair().truth().state().paired() && draft.isKnown());
        until(() -> draft.isFresh() && !draft.survey().relationships().isEmpty());
        long all = addresses(0);
        wizard.open(Wizard.LEAVE, 0);
        wizard.next();
        wizard.type("name", "dhcp-b");
        until(() -> ready(wizard));
        wizard.press();
        until(() -> wizard.shown().state().at() == 2);
        until(() -> ready(wizard));
        wizard.press();
        assertThat(wizard.shown().state().message()).isEmpty();
        assertThat(wizard.shown().state().at()).isEqualTo(3);
        assertThat(documents.store(draft.stored(), draft.now()).refusal()).isEmpty();
        assertThat(demo.channels().get(0).ask(new Query.Failover()).join()).isEmpty();
        assertThat(addresses(0)).isEqualTo(all);
        assertThat(addresses(1)).isZero();
        long before = acks(0);
        long others = acks(1);
        until(() -> acks(0) > before + 2);
        assertThat(acks(1)).as("it has nothing to give").isEqualTo(others);
    }

    private static boolean ready(WizardModel wizard) {
        var deed = wizard.shown().state().deed();
        return deed != null && deed.ready();
    }
}

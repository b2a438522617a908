package org.twinlease.console.model.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.document.NewPairs;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.MemoryPairs;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.doors.Doors.Answer;
import org.twinlease.console.model.doors.DoorsModel.Entry;
import org.twinlease.console.model.window.Desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// What a person can open, and what is said when it cannot be.
final class DoorsModelTest {

    private final Desk desk = new Desk(Samples.office());
    private final ConsoleSession session = desk.session(ConsoleSession.Mode.DEMO);
    private final List<String> asked = new ArrayList<>();
    private final List<ConsoleSession> opened = new ArrayList<>();
    private CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final Doors doors =
            new Doors() {
                @Override
                public NewPairs newPairs() {
                    return new MemoryPairs();
                }

                @Override
                public Executor background() {
                    return Runnable::run;
                }

                @Override
                public CompletableFuture<Answer> demo() {
                    asked.add("demo");
                    return answer;
                }

                @Override
                public CompletableFuture<Answer> files(List<String> configs, List<String> leases) {
                    asked.add(configs + " with " + leases);
                    return answer;
                }

                @Override
                public CompletableFuture<Answer> servers(List<String> urls, List<String> tokens) {
                    asked.add(urls + " by " + tokens);
                    return answer;
                }
            };
    private final DoorsModel model = model();

    private DoorsModel model() {
        return new DoorsModel(doors, session.settings(), Runnable::run, opened::add);
    }

    @Test
    void theDemoIsOpenedOnceAndTheDoorsWaitForIt() {
        model.demo();
        model.demo();
        assertThat(asked).containsExactly("demo");
        assertThat(model.shown().state().busy()).isTrue();
        answer.complete(new Answer(session, ""));
        assertThat(opened).containsExactly(session);
        assertThat(model.shown().state().busy()).isFalse();
    }

    @Test
    void filesThatAreTypedAreOpenedAndThereAgainNextTime() {
        model.type(Entry.CONFIG, " a.conf ");
        model.type(Entry.PARTNER_CONFIG, "b.conf");
        model.type(Entry.LEASES, "a.leases");
        model.files();
        assertThat(asked).containsExactly("[a.conf, b.conf] with [a.leases]");
        assertThat(model().shown().state().typed())
                .containsEntry(Entry.CONFIG, "a.conf")
                .containsEntry(Entry.PARTNER_LEASES, "");
    }

    @Test
    void serversAreConnectedToWithTheirTokens() {
        model.type(Entry.SERVER, "http://one:8067");
        model.type(Entry.PARTNER_SERVER, "http://two:8067");
        model.type(Entry.TOKEN, "one.token");
        model.servers();
        assertThat(asked).containsExactly("[http://one:8067, http://two:8067] by [one.token]");
    }

    @Test
    void whatIsMissingIsSaidBeforeAnythingIsAsked() {
        model.files();
        assertThat(model.shown().state().refusal()).isEqualTo("Name a dhcpd.conf first.");
        model.servers();
        assertThat(model.shown().state().refusal()).startsWith("Name a server first");
        assertThat(asked).isEmpty();
    }

    @Test
    void aRefusalIsShownUntilSomethingElseIsTyped() {
        model.type(Entry.CONFIG, "a.conf");
        model.files();
        answer.complete(new Answer(null, "A.conf cannot be read."));
        assertThat(model.shown().state().refusal()).isEqualTo("A.conf cannot be read.");
        assertThat(opened).isEmpty();
        model.type(Entry.CONFIG, "b.conf");
        assertThat(model.shown().state().refusal()).isEmpty();
    }

    @Test
    void whatComesAfterACancelIsNotOpened() {
        model.demo();
        CompletableFuture<Answer> late = answer;
        model.cancel();
        assertThat(model.shown().state().busy()).isFalse();
        answer = new CompletableFuture<>();
        model.demo();
        late.complete(new Answer(session, ""));
        assertThat(opened).isEmpty();
        answer.completeExceptionally(new IllegalStateException("never shown"));
        assertThat(model.shown().state().refusal()).isEqualTo("It could not be opened.");
    }
}

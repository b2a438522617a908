package org.twinlease.console.model;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;

import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Brings the answers of a channel back to the console's own thread; `ordered` hears of every order
/// with its outcome.
public record Replies(ControlChannel channel, Executor ui, BiConsumer<Command, Outcome> ordered) {

    /// Where nobody keeps what was ordered.
    public Replies(ControlChannel channel, Executor ui) {
        this(channel, ui, (_, _) -> {});
    }

    /// Asks; exactly one of the two follows, on the console's thread. `gone` means that the server
    /// is not there any more.
    public <A extends @Nullable Object> void ask(
            Query<A> query, Consumer<A> answered, Runnable gone) {
        var _ =
                channel.ask(query)
                        .whenComplete(
                                (answer, failure) ->
                                        ui.execute(
                                                () -> {
                                                    if (failure == null) answered.accept(answer);
                                                    else gone.run();
                                                }));
    }

    /// Orders something; a server that is gone refuses it in words.
    public void order(Command command, Consumer<Outcome> answered) {
        var _ =
                channel.submit(command)
                        .whenComplete(
                                (outcome, failure) ->
                                        ui.execute(
                                                () -> {
                                                    Outcome said =
                                                            failure == null
                                                                    ? outcome
                                                                    : new Outcome.Refused(
                                                                            Text.of("order.gone"));
                                                    ordered.accept(command, said);
                                                    answered.accept(said);
                                                }));
    }
}

package org.twinlease.console.model.window;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Documents;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.FakeFiles;
import org.twinlease.console.model.PairSource;
import org.twinlease.console.model.Power;
import org.twinlease.console.model.Samples;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// A console's models at work on a fake server, all on the test's own thread, with a clock that the
/// test moves.
public final class Desk {

    public final FakeChannel channel;
    public List<ControlChannel> channels;
    public @Nullable Power power;
    public @Nullable Documents documents;
    public Executor background = Runnable::run;
    public PairSource pairs = PairSource.DEMO;
    public final FakeFiles files = new FakeFiles();
    public final Map<String, String> stored = new HashMap<>();
    public final ConsoleModel model;
    public long millis = Samples.NOW;

    public Desk(FakeChannel channel) {
        this.channel = channel;
        channels = List.of(channel);
        model = new ConsoleModel(session(ConsoleSession.Mode.DEMO), Runnable::run);
    }

    /// A desk whose console has asked for everything.
    public static Desk started(FakeChannel channel) {
        var desk = new Desk(channel);
        desk.model.start();
        return desk;
    }

    public ConsoleSession session(ConsoleSession.Mode mode) {
        var settings =
                new ConsoleSettings() {
                    @Override
                    public String read(String key, String otherwise) {
                        return stored.getOrDefault(key, otherwise);
                    }

                    @Override
                    public void write(String key, String value) {
                        stored.put(key, value);
                    }
                };
        return new ConsoleSession(
                channels,
                power,
                documents,
                settings,
                files,
                pairs,
                mode,
                background,
                () -> Instant.ofEpochMilli(millis),
                ZoneOffset.UTC);
    }

    public void tell(Notice... notices) {
        model.on(List.of(notices));
    }

    /// Lets seconds pass, with a tick each.
    public void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            millis += 1_000;
            model.tick();
        }
    }
}

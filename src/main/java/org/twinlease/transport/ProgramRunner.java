package org.twinlease.transport;

import org.twinlease.engine.Input;
import org.twinlease.value.Ip4;
import org.twinlease.value.ProgramCall;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Runs the programs that a configuration's `execute` names: by their argument vector, never
/// through a shell, with no input, their output thrown away and an environment that holds nothing
/// but a search path. At most [#MOST] run at once and [#WAITING] wait; one that takes longer than
/// it may is ended. How each ended goes to the engine's inbox.
final class ProgramRunner {
    static final int MOST = 8;
    static final int WAITING = 64;

    private static final String PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Predicate<Input> inbox;
    private final Duration longest;
    private final ThreadPoolExecutor threads;

    ProgramRunner(Predicate<Input> inbox, Duration longest) {
        this.inbox = inbox;
        this.longest = longest;
        threads =
                new ThreadPoolExecutor(
                        MOST,
                        MOST,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().daemon().name("program-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// Runs a program for an address, without waiting for it.
    void run(Ip4 about, ProgramCall call) {
        try {
            threads.execute(() -> tell(about, call, ended(call)));
        } catch (RejectedExecutionException full) {
            tell(about, call, MOST + " programs run and " + WAITING + " wait already");
        }
    }

    private void tell(Ip4 about, ProgramCall call, String how) {
        // When the engine's inbox is full there are more urgent things to say.
        var _ = inbox.test(new Input.ProgramEnded(about, call.program(), how));
    }

    /// Runs a program to its end, and says how that was.
    private String ended(ProgramCall call) {
        Process process;
        try {
            process = builder(call).start();
            process.getOutputStream().close();
        } catch (IOException refused) {
            return "it cannot be started";
        }
        try {
            if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return "status " + process.exitValue();
            }
            end(process);
            return "it was ended after %d s".formatted(longest.toSeconds());
        } catch (InterruptedException stop) {
            end(process);
            Thread.currentThread().interrupt();
            return "the server ended first";
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static ProcessBuilder builder(ProgramCall call) {
        List<String> words = new ArrayList<>();
        words.add(cString(call.program()));
        for (String argument : call.arguments()) words.add(cString(argument));
        var builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().put("PATH", PATH);
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /// As far as a program sees it.
    private static String cString(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /// Lets nothing run any more, and ends what does.
    void close() {
        threads.shutdownNow();
    }
}

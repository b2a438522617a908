package org.twinlease.cli;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.ApiFault;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a server in another process and waits for its answer.
public final class Remote {

    private static final long PATIENCE_SECONDS = 30;

    private Remote() {}

    /// The answer to a question.
    ///
    /// @throws Refused with the exit code that says whether the server was not reached or did not
    ///   let us in
    public static <A extends @Nullable Object> A ask(ControlChannel server, Query<A> query)
            throws Refused {
        return answer(server.ask(query));
    }

    /// An answer that is on its way, or why there is none.
    ///
    /// @throws Refused as [#ask] does
    public static <A extends @Nullable Object> A answer(CompletableFuture<A> answer)
            throws Refused {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ApiFault fault) throw refused(fault);
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException silent) {
            throw new Refused(
                    Exit.UNREACHABLE, "no answer in " + PATIENCE_SECONDS + " s; try again");
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new Refused(Exit.UNREACHABLE, "ended before there was an answer");
        }
    }

    private static Refused refused(ApiFault fault) {
        Exit exit =
                switch (fault.kind()) {
                    case UNREACHABLE, BUSY -> Exit.UNREACHABLE;
                    case DENIED, REFUSED -> Exit.USAGE;
                };
        return new Refused(exit, String.valueOf(fault.getMessage()));
    }
}

package org.twinlease.api;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;

import java.util.function.Consumer;

/// A control channel to a server in another process. What it is asked completes exceptionally with
/// an [ApiFault] when the server cannot be reached or does not let us in.
public interface Connection extends ControlChannel {

    /// Follows the server's notices from after a token, or from now on when it is null. When the
    /// connection is lost it is made again from the last token, for as long as the watch is open.
    Watch follow(@Nullable String after, Follower follower);

    /// Follows without a word of a connection that is lost: how things are is told again when it is
    /// there again.
    @Override
    default Watch watch(Consumer<Notice> watcher) {
        return follow(
                null,
                new Follower() {
                    @Override
                    public void heard(String token, Notice notice) {
                        watcher.accept(notice);
                    }

                    @Override
                    public void lost(ApiFault why) {
                        // Who wants to know follows.
                    }
                });
    }

    /// Who hears of notices, on a thread of the connection.
    interface Follower {

        /// A notice; `token` is where to go on after it.
        void heard(String token, Notice notice);

        /// There is no connection now, and why. Said once, until one was there again.
        void lost(ApiFault why);
    }
}

package org.twinlease.control;

/// Where other processes reach a server's control channel: the address with its port (`*` for all
/// addresses), whether that is more than this machine, and whether every request must show the
/// token. Whoever opened the channel answers, since the server behind it does not know.
public record ControlView(String listening, boolean beyond, boolean token) {

    /// Of a server that no other process can ask.
    public static final ControlView OFF = new ControlView("", false, false);

    /// Whether it listens at all.
    public boolean isOpen() {
        return !listening.isEmpty();
    }
}

package org.twinlease.console.model;

import org.twinlease.config.document.NewPairs;
import org.twinlease.control.LeaseView;
import org.twinlease.control.PassedView;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Where a person keeps what the console shows. Who opens the console says how a place is chosen
/// and what a capture file looks like; the console itself touches no files.
public interface ConsoleFiles {

    /// Asks for a place, with a name to begin with, and writes there. `done` is called once, on any
    /// thread; not at all when the person thinks better of it.
    void save(String name, Content content, Consumer<Saved> done);

    /// Asks for a folder and writes files into it, by their names. `done` is called once, on any
    /// thread; not at all when the person thinks better of it.
    void saveAll(Map<String, byte[]> files, Consumer<Saved> done);

    /// Asks for a file whose name ends so, and reads it as text. `done` is called once, on any
    /// thread; not at all when the person thinks better of it.
    void open(String ending, Consumer<Opened> done);

    /// What passed at each server as a capture that Wireshark opens (pcapng).
    Content capture(List<Heard> servers);

    /// Leases in their order, in a format.
    Content leases(List<LeaseView> leases, Leases format);

    /// What makes configurations of new pairs, and where they are kept.
    NewPairs newPairs();

    /// Where it is kept what was changed and ordered here.
    ChangeBook changes();

    /// How leases are written.
    enum Leases {
        /// A table for spreadsheets, a lease a line (RFC 4180).
        CSV,
        /// An array of objects.
        JSON,
        /// What ISC dhcpd reads as dhcpd.leases, as far as a console knows a lease: without
        /// variables, billing classes and relay agent options.
        ISC
    }

    /// Something that can be written.
    interface Content {
        /// Writes all of it; the stream is the caller's to close.
        void writeTo(OutputStream out) throws IOException;
    }

    /// What passed at a server.
    record Heard(String server, List<PassedView> passed) {
        /// Takes a copy of the list.
        public Heard {
            passed = List.copyOf(passed);
        }
    }

    /// A text that was read: the folder and the name of its file; or in words why it cannot be
    /// read.
    record Opened(String folder, String name, String text, boolean done, String why) {}

    /// What came of it: where it is now, or in words why it is not.
    record Saved(String place, boolean done, String why) {}
}

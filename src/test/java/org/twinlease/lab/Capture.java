package org.twinlease.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

/// Everything that is said on a lab's segment, in a file.
///
/// @param lab whose segment
/// @param file in pcap
record Capture(Lab lab, Path file) {

    /// Begins one; it ends with [#stop] or with the lab.
    static Capture start(Lab lab) {
        Capture capture = new Capture(lab, lab.folder.resolve("pair.pcap"));
        lab.run(
                        Lab.script("capture.sh"),
                        "start",
                        "--netns",
                        lab.namespace("sw"),
                        "--iface",
                        "br0",
                        "--out",
                        capture.file.toString())
                .mustBeGood();
        return capture;
    }

    void stop() {
        lab.run(Lab.script("capture.sh"), "stop", "--out", file.toString()).mustBeGood();
    }

    /// Another program's decoder finds nothing malformed. After [#stop].
    void mustBeWellFormed() {
        assertEquals("", tshark("_ws.malformed"));
    }

    /// The lines that tshark prints for a display filter.
    String tshark(String filter) {
        return lab.run(
                        "bash",
                        "-c",
                        "tshark -n -r \"$0\" -Y \"$1\" 2>/dev/null",
                        file.toString(),
                        filter)
                .mustBeGood()
                .out();
    }
}

package org.twinlease.app;

import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.Arrays;
import java.util.List;

/// One network of the demo as its relay sees it: the subnet that it names in option 82 (link
/// selection, RFC 3527), the circuit that it says the client is on, the kinds of machines there.
enum DemoSite {
    OFFICE("10.20.0.0", "campus-office", "workstation thin-client laptop printer"),
    VOICE("10.20.8.0", "campus-voice", "ip-phone"),
    GUESTS("10.20.16.0", "campus-guests", "phone tablet guest"),
    LABORATORY("10.20.32.0", "campus-lab", "sensor-gw plotter"),
    /// A network that somebody forgot to configure.
    FORGOTTEN("10.99.0.0", "campus-annex", "camera");

    private static final int END = 255;
    private static final int AGENT = 82;

    private final String subnet;
    private final String circuit;
    private final String kinds;

    DemoSite(String subnet, String circuit, String kinds) {
        this.subnet = subnet;
        this.circuit = circuit;
        this.kinds = kinds;
    }

    /// A plausible name for the n-th machine.
    String machine(int n) {
        List<String> words = List.of(kinds.split(" ", -1));
        return words.get(n % words.size()) + "-" + n;
    }

    /// A client's message as the relay passes it on: option 82 put behind its other options.
    byte[] relayed(byte[] message) {
        int end = end(message);
        byte[] agent = agent();
        byte[] out = Arrays.copyOf(message, Math.max(300, end + agent.length + 1));
        System.arraycopy(agent, 0, out, end, agent.length);
        Arrays.fill(out, end + agent.length, out.length, (byte) 0);
        out[end + agent.length] = (byte) END;
        return out;
    }

    private byte[] agent() {
        Octets name = Octets.ofText(circuit);
        byte[] out = new byte[2 + 2 + name.length() + 6];
        out[0] = AGENT;
        out[1] = (byte) (out.length - 2);
        out[2] = 1;
        out[3] = (byte) name.length();
        name.copyTo(out, 4);
        int link = 4 + name.length();
        out[link] = 5;
        out[link + 1] = 4;
        System.arraycopy(Ip4.of(subnet).octets(), 0, out, link + 2, 4);
        return out;
    }

    /// Where the end option is. The messages are our own clients', so there is one.
    private static int end(byte[] message) {
        int at = 240;
        while ((message[at] & 255) != END) {
            at += message[at] == 0 ? 1 : 2 + (message[at + 1] & 255);
        }
        return at;
    }
}

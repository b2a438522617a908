package org.twinlease.app;

import org.twinlease.cli.Exit;
import org.twinlease.cli.LoadOptions;
import org.twinlease.cli.LoadResult;
import org.twinlease.cli.Refused;
import org.twinlease.transport.CannotListen;
import org.twinlease.transport.LoadGenerator;
import org.twinlease.transport.LoadPlan;
import org.twinlease.transport.LoadReport;
import org.twinlease.value.Ip4;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The load generator, from options in words to a result in numbers.
final class Loads {

    private static final int BOOTPS = 67;

    private Loads() {}

    static LoadResult run(LoadOptions options) throws Refused {
        try {
            LoadReport report = LoadGenerator.run(plan(options));
            return new LoadResult(
                    report.perSecond(),
                    report.started(),
                    report.completed(),
                    report.dropped(),
                    report.refused(),
                    report.duplicates(),
                    report.offer().p50(),
                    report.offer().p99(),
                    report.ack().p50(),
                    report.ack().p99());
        } catch (CannotListen | IllegalArgumentException wrong) {
            throw Refused.input(String.valueOf(wrong.getMessage()));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new Refused(Exit.INTERNAL, "interrupted");
        }
    }

    private static LoadPlan plan(LoadOptions options) throws Refused, CannotListen {
        List<InetSocketAddress> servers = new ArrayList<>();
        for (String server : options.servers()) servers.add(server(server));
        String giaddr = options.giaddr();
        Ip4 relay = giaddr == null ? LoadGenerator.relayFor(servers.getFirst()) : Ip4.parse(giaddr);
        if (relay == null) throw Refused.input("--giaddr " + giaddr + " is no IPv4 address");
        return new LoadPlan(
                servers,
                relay,
                options.clients(),
                options.rate(),
                options.window(),
                options.seconds(),
                mix(options.mix()),
                LoadPlan.HARDWARE);
    }

    private static InetSocketAddress server(String text) throws Refused {
        int colon = text.indexOf(':');
        String port = colon < 0 ? "" + BOOTPS : text.substring(colon + 1);
        Ip4 address = Ip4.parse(colon < 0 ? text : text.substring(0, colon));
        if (address == null || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw Refused.input("--server " + text + " is none; write it as 127.0.0.1:1067");
        }
        return new InetSocketAddress(address.toString(), Integer.parseInt(port));
    }

    private static LoadPlan.Mix mix(String text) throws Refused {
        for (LoadPlan.Mix mix : LoadPlan.Mix.values()) {
            if (mix.name().toLowerCase(Locale.ROOT).equals(text)) return mix;
        }
        throw Refused.input("--mix " + text + " is not known; dora, renew, release or discover");
    }
}

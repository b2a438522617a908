package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.isc.DhcpdConf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The configuration of one of the demo's servers: a file of its own, and one that both include.
record DemoConf(String main, Map<String, byte[]> files) {

    private static final String SHARED = "demo.conf";

    /// What a server begins with. The MCLT is short, so that a takeover can be watched to its end.
    static DemoConf of(DemoServer.Role role) {
        String main = role.name() + ".conf";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(main, head(role).getBytes(StandardCharsets.US_ASCII));
        files.put(SHARED, resource(SHARED));
        return new DemoConf(main, files);
    }

    /// The same server with what a document says.
    DemoConf with(Document document) {
        Map<String, byte[]> next = new LinkedHashMap<>();
        for (String name : files.keySet()) {
            next.put(name, new Paper(name, document.text(name)).octets());
        }
        return new DemoConf(main, next);
    }

    /// The server's own file.
    Paper paper() {
        byte[] octets = files.get(main);
        return Paper.of(main, octets == null ? new byte[0] : octets);
    }

    DhcpdConf.Reading read() {
        return DhcpdConf.read(main, this::octets);
    }

    private byte @Nullable [] octets(String name) {
        return files.get(name);
    }

    private static String head(DemoServer.Role role) {
        String terms = role.primary() ? "  mclt 60;\n  split 128;\n" : "";
        return """
        failover peer "campus" {
          %s;
          address %s;
          port %d;
          peer address %s;
          peer port %d;
          max-response-delay 9;
          max-unacked-updates 10;
          load balance max seconds 3;
          min-balance 15;
          max-balance 60;
        %s}
        option dhcp-server-identifier %s;
        include "%s";
        """
                .formatted(
                        role.primary() ? "primary" : "secondary",
                        Demo.LOOPBACK,
                        role.failoverPort(),
                        Demo.LOOPBACK,
                        role.partnerPort(),
                        terms,
                        role.identifier(),
                        SHARED);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Demo.class.getResourceAsStream(name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

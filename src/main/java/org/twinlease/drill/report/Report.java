package org.twinlease.drill.report;

import org.twinlease.drill.Twin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The files of a report on drills that are over.
public final class Report {

    private Report() {}

    /// Octets by file name: for each drill a page as HTML and as PDF, and for all together
    /// `drills.json` and `junit.xml`.
    public static Map<String, byte[]> of(List<Twin> twins) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Twin twin : twins) {
            String name = twin.scenario().name();
            files.put(name + ".html", octets(Html.of(twin)));
            files.put(name + ".pdf", Pdf.of(twin));
        }
        files.put("drills.json", octets(DrillJson.of(twins).toPrettyString() + "\n"));
        files.put("junit.xml", octets(JunitXml.of(twins)));
        return files;
    }

    /// What no twin knows, whichever drill it runs: a sentence each.
    public static List<String> unknown() {
        return Page.UNKNOWN;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

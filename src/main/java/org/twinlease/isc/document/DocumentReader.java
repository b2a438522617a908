package org.twinlease.isc.document;

import org.twinlease.config.Config;
import org.twinlease.config.Difference;
import org.twinlease.config.Problem;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Altered;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.Part;
import org.twinlease.config.document.Survey;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.compare.Adoption;
import org.twinlease.isc.compare.ConfDiff;
import org.twinlease.isc.compare.PairDiff;
import org.twinlease.isc.edit.UnifiedDiff;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.pair.PairLint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What documents of one or two dhcpd.conf say, and how they are altered. Host names are looked up
/// where the caller says.
public final class DocumentReader {
    private final DhcpdConf.Resolver resolver;

    public DocumentReader(DhcpdConf.Resolver resolver) {
        this.resolver = resolver;
    }

    /// What a document says.
    public Survey survey(Document document) {
        List<Config> configs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Site> sites = new ArrayList<>();
        for (Half half : document.halves()) {
            DhcpdConf.Reading reading = read(document, half);
            configs.add(reading.config());
            problems.addAll(reading.findings());
            sites.add(Site.of(reading.files()));
        }
        var drift = new PairDiff.Result(List.of(), 0);
        if (sites.size() == 2) {
            problems.addAll(PairLint.check(sites.getFirst(), sites.getLast()));
            drift = PairDiff.of(sites.getFirst(), sites.getLast());
        }
        return new Survey(
                configs,
                problems.stream().distinct().sorted().toList(),
                Relationships.of(sites),
                drift.differences(),
                drift.alike(),
                sites.stream().map(site -> Parts.of(site.outline())).toList());
    }

    /// The edits that alter a document; all alterations or none.
    public Altered alter(Document document, List<Alteration> alterations) {
        var alterer = new Alterer(half -> read(document, document.halves().get(half)).files());
        for (Alteration alteration : alterations) {
            String refusal = alterer.add(alteration);
            if (!refusal.isEmpty()) return Altered.refused(refusal);
        }
        return new Altered(alterer.edits(), "");
    }

    /// The edits after which the other half says of something what a half says of it.
    public Altered take(Document document, String about, int half) {
        Site source = Site.of(read(document, document.halves().get(half)).files());
        Site target = Site.of(read(document, document.halves().get(1 - half)).files());
        try {
            return new Altered(Adoption.of(source, target, about), "");
        } catch (Adoption.Unable unable) {
            return Altered.refused(String.valueOf(unable.getMessage()));
        }
    }

    /// What two states of a document mean differently, for each half.
    public List<List<Difference>> differences(Document before, Document after) {
        List<List<Difference>> all = new ArrayList<>();
        for (int i = 0; i < after.halves().size(); i++) {
            Site then = Site.of(read(before, before.halves().get(i)).files());
            Site now = Site.of(read(after, after.halves().get(i)).files());
            all.add(ConfDiff.of(then, now));
        }
        return List.copyOf(all);
    }

    /// What can be set in a configuration, by name.
    public static List<Part.Key> keys() {
        return Forms.keys();
    }

    /// The lines of a text, beside a former state of it.
    public List<MarkedLine> compare(String before, String after) {
        return UnifiedDiff.lines(octets(before), octets(after));
    }

    private DhcpdConf.Reading read(Document document, Half half) {
        return DhcpdConf.read(
                half.main(),
                name -> document.has(name) ? octets(document.text(name)) : null,
                resolver);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package org.twinlease.console.model.draft;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Difference;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Altered;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.Documents;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.Part;
import org.twinlease.config.document.Stored;
import org.twinlease.config.document.Survey;
import org.twinlease.isc.document.DocumentReader;

import java.util.List;

/// Documents that are kept in memory.
public final class MemoryDocuments implements Documents {

    private final DocumentReader reader = new DocumentReader(name -> List.of());
    public Document kept;
    public @Nullable String refusal;

    public MemoryDocuments(Document document) {
        kept = document;
    }

    /// Both halves of a pair, whose networks are in a file that both include.
    public static MemoryDocuments pair() {
        String first =
                """
                # the first server
                failover peer "fo" {
                  primary;
                  address 10.0.0.1;
                  port 647;
                  peer address 10.0.0.2;
                  peer port 647;
                  max-response-delay 60;
                  max-unacked-updates 10;
                  # the same on both
                  load balance max seconds 3;
                  mclt 1800; # half an hour
                  split 128;
                }
                include "nets.conf";
                """;
        String second =
                """
                failover peer "fo" {
                  secondary;
                  address 10.0.0.2;
                  port 647;
                  peer address 10.0.0.1;
                  peer port 647;
                  max-response-delay 60;
                  max-unacked-updates 10;
                  # the same on both
                  load balance max seconds 3;
                }
                include "nets.conf";
                """;
        String nets =
                """
                authoritative;
                default-lease-time 7200;
                max-lease-time 14400;
                subnet 10.0.0.0 netmask 255.255.255.0 {
                  option routers 10.0.0.254;
                  pool {
                    failover peer "fo";
                    deny dynamic bootp clients;
                    range 10.0.0.10 10.0.0.209;
                  }
                }
                """;
        return new MemoryDocuments(
                new Document(
                        List.of(new Half("dhcp-a", "a.conf"), new Half("dhcp-b", "b.conf")),
                        List.of(
                                new Paper("a.conf", first),
                                new Paper("b.conf", second),
                                new Paper("nets.conf", nets))));
    }

    /// The pair with something else in one of its files.
    public static MemoryDocuments with(String file, String was, String is) {
        Document pair = pair().kept;
        List<Paper> papers =
                pair.papers().stream()
                        .map(p -> p.name().equals(file) ? altered(p, was, is) : p)
                        .toList();
        return new MemoryDocuments(new Document(pair.halves(), papers));
    }

    private static Paper altered(Paper paper, String was, String is) {
        if (!paper.text().contains(was)) throw new IllegalArgumentException(was);
        return new Paper(paper.name(), paper.text().replace(was, is));
    }

    /// One server by itself.
    public static MemoryDocuments single(String text) {
        return new MemoryDocuments(
                new Document(
                        List.of(new Half("dhcp-a", "a.conf")), List.of(new Paper("a.conf", text))));
    }

    @Override
    public Document open() {
        return kept;
    }

    @Override
    public Survey survey(Document document) {
        return reader.survey(document);
    }

    @Override
    public Altered alter(Document document, List<Alteration> alterations) {
        return reader.alter(document, alterations);
    }

    @Override
    public Altered take(Document document, String about, int half) {
        return reader.take(document, about, half);
    }

    @Override
    public List<List<Difference>> differences(Document before, Document after) {
        return reader.differences(before, after);
    }

    @Override
    public List<MarkedLine> compare(String before, String after) {
        return reader.compare(before, after);
    }

    @Override
    public List<Part.Key> keys() {
        return DocumentReader.keys();
    }

    @Override
    public Stored store(Document before, Document after) {
        String no = refusal;
        if (no != null) return Stored.refused(no);
        if (!kept.equals(before)) return Stored.refused("somebody else was here");
        kept = after;
        return new Stored(List.of("a.conf.bak"), "");
    }
}

package org.twinlease.config.document;

import org.twinlease.config.Edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The texts of one or two configurations. A file that both include is there once. `halves` are the
/// servers, the first one's first.
public record Document(List<Half> halves, List<Paper> papers) {

    /// One server: what it is called, and the file that its configuration begins with.
    public record Half(String server, String main) {}

    /// One file: its name as the configuration writes it, and its octets, one character each (ISO
    /// 8859-1).
    public record Paper(String name, String text) {

        /// A file as it was read.
        public static Paper of(String name, byte[] octets) {
            return new Paper(name, new String(octets, StandardCharsets.ISO_8859_1));
        }

        /// The octets.
        public byte[] octets() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /// Takes copies of the lists.
    public Document {
        halves = List.copyOf(halves);
        papers = List.copyOf(papers);
    }

    /// The text of a file; empty when there is none of that name.
    public String text(String name) {
        for (Paper paper : papers) if (paper.name().equals(name)) return paper.text();
        return "";
    }

    /// Whether there is a file of that name.
    public boolean has(String name) {
        return papers.stream().anyMatch(paper -> paper.name().equals(name));
    }

    /// The document behind edits, which must not overlap.
    public Document after(List<Edit> edits) {
        List<Paper> next = new ArrayList<>();
        for (Paper paper : papers) {
            boolean meant = edits.stream().anyMatch(edit -> edit.file().equals(paper.name()));
            next.add(
                    meant
                            ? Paper.of(
                                    paper.name(), Edit.apply(paper.name(), paper.octets(), edits))
                            : paper);
        }
        return new Document(halves, next);
    }

    /// The edits that lead from what `edits` make of this document back to it.
    public List<Edit> inverse(List<Edit> edits) {
        List<Edit> back = new ArrayList<>();
        for (Paper paper : papers) {
            back.addAll(Edit.inverse(paper.name(), paper.octets(), edits));
        }
        return List.copyOf(back);
    }

    /// Edits that lead to another state of this document, one for each file that differs.
    public List<Edit> edits(Document after) {
        List<Edit> edits = new ArrayList<>();
        for (Paper paper : papers) {
            String was = paper.text();
            String is = after.text(paper.name());
            if (was.equals(is)) continue;
            int least = Math.min(was.length(), is.length());
            int head = 0;
            while (head < least && was.charAt(head) == is.charAt(head)) head++;
            int tail = 0;
            while (tail < least - head
                    && was.charAt(was.length() - 1 - tail) == is.charAt(is.length() - 1 - tail)) {
                tail++;
            }
            String text = is.substring(head, is.length() - tail);
            edits.add(new Edit(paper.name(), head, was.length() - tail, text));
        }
        return List.copyOf(edits);
    }

    /// The files that are not as in another state of the same document.
    public List<String> changed(Document other) {
        return papers.stream()
                .filter(paper -> !paper.text().equals(other.text(paper.name())))
                .map(Paper::name)
                .toList();
    }
}

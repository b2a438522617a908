package org.twinlease.drill.report;

import org.openpdf.text.Font;
import org.twinlease.drill.Twin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A drill's report as PDF on A4: the same as the page in HTML.
final class Pdf {

    private Pdf() {}

    static byte[] of(Twin twin) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            Page page = Page.of(twin);
            write(twin, page, new PdfSheet(page.title(), octets));
        } catch (IOException e) {
            // A standard font that the library brings itself.
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static void write(Twin twin, Page page, PdfSheet to) throws IOException {
        to.text(7, PdfSheet.TWIN, Font.BOLD, "TWIN: A REHEARSAL, NOT PRODUCTION");
        to.text(19, PdfSheet.INK, Font.BOLD, page.title());
        String verdict =
                page.holds() ? "Everything expected holds" : "Not everything expected holds";
        to.text(11, page.holds() ? PdfSheet.GOOD : PdfSheet.BAD, Font.BOLD, verdict);
        to.text(9, PdfSheet.INK, Font.NORMAL, page.lesson().replace('\n', ' '));
        to.text(8, PdfSheet.GREY, Font.NORMAL, String.join(" · ", page.about()));
        to.figures(page.figures());
        to.heading("Who served whom");
        to.drawing(Chart.WIDTH, Chart.HEIGHT, on -> Chart.draw(twin, on));
        to.heading("What was expected");
        to.table(page.expectations(), 30);
        to.heading("The worst moment");
        to.text(9, PdfSheet.INK, Font.NORMAL, page.worst());
        to.list(page.causes());
        to.heading("What to do");
        to.list(page.advice());
        to.heading("What was done");
        to.table(page.steps(), 50);
        to.heading("On which pair");
        to.list(page.sources());
        to.heading("Where its clients come from");
        to.list(page.grounds());
        to.heading("What the twin cannot know");
        to.list(page.unknown());
        to.heading("The story");
        to.table(page.story(), 50);
        to.end();
    }
}

package org.twinlease.drill.report;

import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;
import org.twinlease.drill.Twin;
import org.twinlease.drill.report.Page.Figure;
import org.twinlease.drill.report.Page.Row;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A drill's report as PDF on A4: the same as the page in HTML.
final class Pdf {

    private static final float MARGIN = 42;
    private static final Color INK = new Color(0x1f2933);
    private static final Color GREY = new Color(0x66788a);
    private static final Color FAINT = new Color(0xe4e8ee);
    private static final Color GOOD = new Color(0x2e7d4f);
    private static final Color BAD = new Color(0xb4402c);
    private static final Color TWIN = new Color(0x6b46c1);

    /// Figures beside each other.
    private static final int ABREAST = 5;

    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);

    private Pdf() {}

    static byte[] of(Twin twin) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            new Pdf().write(twin, Page.of(twin), octets);
        } catch (IOException e) {
            // A standard font that the library brings itself.
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private void write(Twin twin, Page page, ByteArrayOutputStream octets)
            throws DocumentException, IOException {
        PdfWriter writer = PdfWriter.getInstance(document, octets);
        document.addTitle(page.title());
        document.open();
        text(7, TWIN, Font.BOLD, "TWIN: A REHEARSAL, NOT PRODUCTION");
        text(19, INK, Font.BOLD, page.title());
        String verdict =
                page.holds() ? "Everything expected holds" : "Not everything expected holds";
        text(11, page.holds() ? GOOD : BAD, Font.BOLD, verdict);
        text(9, INK, Font.NORMAL, page.lesson().replace('\n', ' '));
        text(8, GREY, Font.NORMAL, String.join(" · ", page.about()));
        figures(page.figures());
        heading("Who served whom");
        document.add(chart(twin, writer));
        heading("What was expected");
        table(page.expectations(), 30);
        heading("The worst moment");
        text(9, INK, Font.NORMAL, page.worst());
        list(page.causes());
        heading("What to do");
        list(page.advice());
        heading("What was done");
        table(page.steps(), 50);
        heading("On which pair");
        list(page.sources());
        heading("Where its clients come from");
        list(page.grounds());
        heading("What the twin cannot know");
        list(page.unknown());
        heading("The story");
        table(page.story(), 50);
        document.close();
    }

    private static Font font(float size, Color colour, int style) {
        return new Font(Font.HELVETICA, size, style, colour);
    }

    private void text(float size, Color colour, int style, String words) {
        Paragraph paragraph = new Paragraph(size * 1.35f, words, font(size, colour, style));
        paragraph.setSpacingAfter(3);
        document.add(paragraph);
    }

    private void heading(String words) {
        Paragraph paragraph = new Paragraph(14, words, font(10.5f, INK, Font.BOLD));
        paragraph.setSpacingBefore(8);
        paragraph.setSpacingAfter(3);
        paragraph.setKeepTogether(true);
        document.add(paragraph);
    }

    private void list(List<String> lines) {
        for (String line : lines) {
            Paragraph paragraph = new Paragraph(11.5f, "• " + line, font(8.5f, INK, Font.NORMAL));
            paragraph.setIndentationLeft(8);
            paragraph.setFirstLineIndent(-8);
            document.add(paragraph);
        }
    }

    private void figures(List<Figure> figures) {
        PdfPTable table = new PdfPTable(ABREAST);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        for (Figure figure : figures) {
            PdfPCell cell = new PdfPCell();
            cell.setBorderColor(FAINT);
            cell.setPadding(6);
            Color colour = figure.bad() ? BAD : INK;
            cell.addElement(new Paragraph(14, figure.value(), font(12, colour, Font.BOLD)));
            cell.addElement(new Paragraph(9, figure.label(), font(7, GREY, Font.NORMAL)));
            table.addCell(cell);
        }
        table.getDefaultCell().setBorder(Rectangle.NO_BORDER);
        table.completeRow();
        document.add(table);
    }

    private static Image chart(Twin twin, PdfWriter writer) throws IOException {
        BaseFont font = BaseFont.createFont(BaseFont.HELVETICA, BaseFont.WINANSI, false);
        PdfTemplate template =
                writer.getDirectContent().createTemplate((float) Chart.WIDTH, (float) Chart.HEIGHT);
        Chart.draw(twin, new PdfCanvas(template, font, Chart.HEIGHT));
        Image image = Image.getInstance(template);
        image.scaleToFit(PageSize.A4.getWidth() - 2 * MARGIN, PageSize.A4.getHeight());
        return image;
    }

    private void table(List<Row> rows, float mark) {
        boolean more = rows.stream().anyMatch(row -> row.more().length() > 4);
        float width = PageSize.A4.getWidth() - 2 * MARGIN - mark;
        PdfPTable table =
                more
                        ? new PdfPTable(new float[] {mark, width * 0.45f, width * 0.55f})
                        : new PdfPTable(new float[] {mark, 30, width - 30});
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        for (Row row : rows) {
            Color colour = row.mark().equals("yes") ? GOOD : row.mark().equals("no") ? BAD : GREY;
            table.addCell(cell(row.mark(), colour));
            table.addCell(cell(more ? row.text() : row.more(), more ? INK : GREY));
            table.addCell(cell(more ? row.more() : row.text(), more ? GREY : INK));
        }
        document.add(table);
    }

    private static PdfPCell cell(String words, Color colour) {
        PdfPCell cell = new PdfPCell(new Phrase(10, words, font(8, colour, Font.NORMAL)));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(FAINT);
        cell.setPaddingLeft(0);
        cell.setPaddingBottom(3);
        cell.setVerticalAlignment(Element.ALIGN_TOP);
        return cell;
    }
}

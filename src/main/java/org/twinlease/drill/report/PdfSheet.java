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
import org.twinlease.drill.report.Paper.Figure;
import org.twinlease.drill.report.Paper.Row;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// What a PDF on A4 is made of.
final class PdfSheet {

    static final Color INK = new Color(0x1f2933);
    static final Color GREY = new Color(0x66788a);
    static final Color GOOD = new Color(0x2e7d4f);
    static final Color BAD = new Color(0xb4402c);
    static final Color TWIN = new Color(0x6b46c1);
    private static final Color FAINT = new Color(0xe4e8ee);
    private static final float MARGIN = 42;

    /// Figures beside each other.
    private static final int ABREAST = 5;

    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    private final PdfWriter writer;

    /// Begins a document that is written to `octets`.
    PdfSheet(String title, ByteArrayOutputStream octets) throws DocumentException {
        writer = PdfWriter.getInstance(document, octets);
        document.addTitle(title);
        document.open();
    }

    /// Ends it; nothing more can be added.
    void end() {
        document.close();
    }

    /// The standard font has no arrow and no minus sign: what it has not would be left out.
    private static String plain(String words) {
        return words.replace(" \u2192 ", " to ").replace('\u2212', '-').replace('\u2011', '-');
    }

    private static Font font(float size, Color colour, int style) {
        return new Font(Font.HELVETICA, size, style, colour);
    }

    void text(float size, Color colour, int style, String words) {
        Paragraph paragraph = new Paragraph(size * 1.35f, plain(words), font(size, colour, style));
        paragraph.setSpacingAfter(3);
        document.add(paragraph);
    }

    void heading(String words) {
        Paragraph paragraph = new Paragraph(14, plain(words), font(10.5f, INK, Font.BOLD));
        paragraph.setSpacingBefore(8);
        paragraph.setSpacingAfter(3);
        paragraph.setKeepTogether(true);
        document.add(paragraph);
    }

    void list(List<String> lines) {
        for (String line : lines) {
            Paragraph paragraph =
                    new Paragraph(11.5f, "• " + plain(line), font(8.5f, INK, Font.NORMAL));
            paragraph.setIndentationLeft(8);
            paragraph.setFirstLineIndent(-8);
            document.add(paragraph);
        }
    }

    void figures(List<Figure> figures) {
        PdfPTable table = new PdfPTable(ABREAST);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        for (Figure figure : figures) {
            PdfPCell cell = new PdfPCell();
            cell.setBorderColor(FAINT);
            cell.setPadding(6);
            Color colour = figure.bad() ? BAD : INK;
            cell.addElement(new Paragraph(14, plain(figure.value()), font(12, colour, Font.BOLD)));
            cell.addElement(new Paragraph(9, plain(figure.label()), font(7, GREY, Font.NORMAL)));
            table.addCell(cell);
        }
        table.getDefaultCell().setBorder(Rectangle.NO_BORDER);
        table.completeRow();
        document.add(table);
    }

    /// A drawing, as wide as the page.
    void drawing(double width, double height, Consumer<Canvas> draw) throws IOException {
        BaseFont font = BaseFont.createFont(BaseFont.HELVETICA, BaseFont.WINANSI, false);
        PdfTemplate template =
                writer.getDirectContent().createTemplate((float) width, (float) height);
        draw.accept(new PdfCanvas(template, font, height));
        Image image = Image.getInstance(template);
        image.scaleToFit(PageSize.A4.getWidth() - 2 * MARGIN, PageSize.A4.getHeight());
        document.add(image);
    }

    void table(List<Row> rows, float mark) {
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
        PdfPCell cell = new PdfPCell(new Phrase(10, plain(words), font(8, colour, Font.NORMAL)));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(FAINT);
        cell.setPaddingLeft(0);
        cell.setPaddingBottom(3);
        cell.setVerticalAlignment(Element.ALIGN_TOP);
        return cell;
    }
}

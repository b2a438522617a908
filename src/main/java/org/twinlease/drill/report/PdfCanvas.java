package org.twinlease.drill.report;

import org.openpdf.text.Element;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;

import java.awt.Color;

/// Draws into a PDF, whose y goes up from the lower edge.
final class PdfCanvas implements Canvas {

    private final PdfContentByte content;
    private final BaseFont font;
    private final float height;

    PdfCanvas(PdfContentByte content, BaseFont font, double height) {
        this.content = content;
        this.font = font;
        this.height = (float) height;
    }

    private void path(double... points) {
        content.moveTo((float) points[0], height - (float) points[1]);
        for (int i = 2; i < points.length; i += 2) {
            content.lineTo((float) points[i], height - (float) points[i + 1]);
        }
    }

    @Override
    public void shape(String colour, double... corners) {
        content.setColorFill(Color.decode(colour));
        path(corners);
        content.closePath();
        content.fill();
    }

    @Override
    public void line(String colour, double width, double... points) {
        content.setColorStroke(Color.decode(colour));
        content.setLineWidth((float) width);
        path(points);
        content.stroke();
    }

    @Override
    public void text(String colour, double size, double x, double y, boolean ends, String words) {
        int side = ends ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
        content.setColorFill(Color.decode(colour));
        content.beginText();
        content.setFontAndSize(font, (float) size);
        content.showTextAligned(side, words, (float) x, height - (float) y, 0);
        content.endText();
    }
}

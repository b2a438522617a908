package org.twinlease.drill.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SvgCanvasTest {

    private final SvgCanvas canvas = new SvgCanvas(100, 50.5, "a & b");

    private String drawn() {
        String svg = canvas.toString();
        return svg.substring(svg.indexOf('\n') + 1, svg.indexOf("</svg>")).strip();
    }

    @Test
    void aPictureSaysWhatItShows() {
        assertThat(canvas.toString())
                .startsWith("<svg viewBox=\"0 0 100 50.5\" role=\"img\" aria-label=\"a &amp; b\">")
                .endsWith("</svg>\n");
    }

    @Test
    void shapesAndLinesAreTheirPoints() {
        canvas.shape("#ff0000", 0, 0, 10, 0.25, 10, 20);
        assertThat(drawn()).isEqualTo("<polygon fill=\"#ff0000\" points=\"0,0 10,0.3 10,20\"/>");
        canvas.line("#00ff00", 0.5, 1, 2, 3, 4);
        assertThat(drawn())
                .endsWith(
                        "<polyline fill=\"none\" stroke=\"#00ff00\" stroke-width=\"0.5\""
                                + " points=\"1,2 3,4\"/>");
    }

    @Test
    void wordsBeginOrEndAtTheirPoint() {
        canvas.text("#000000", 9, 1, 2, false, "<here>");
        assertThat(drawn())
                .isEqualTo(
                        "<text fill=\"#000000\" font-size=\"9\" x=\"1\""
                                + " y=\"2\">&lt;here&gt;</text>");
        canvas.text("#000000", 9, 1, 2, true, "there");
        assertThat(drawn()).endsWith("y=\"2\" text-anchor=\"end\">there</text>");
    }
}

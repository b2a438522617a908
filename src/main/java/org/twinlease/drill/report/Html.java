package org.twinlease.drill.report;

import org.twinlease.drill.Twin;

/// A drill's report as one HTML file that needs nothing else.
final class Html {

    private Html() {}

    static String of(Twin twin) {
        return whole(twin, Page.of(twin), new HtmlSheet());
    }

    private static String whole(Twin twin, Page page, HtmlSheet to) {
        to.begin(page.title());
        to.add("<header><p class=\"twin\">TWIN: a rehearsal, not production</p>");
        to.element("h1", page.title());
        String verdict = page.holds() ? "holds" : "fails";
        to.add("<p class=\"verdict " + verdict + "\">");
        to.add(page.holds() ? "Everything expected holds" : "Not everything expected holds");
        to.add("</p>");
        to.element("p", page.lesson());
        to.add(
                "<p class=\"about\">"
                        + HtmlSheet.escape(String.join(" · ", page.about()))
                        + "</p></header>\n");
        to.figures(page.figures());
        to.heading("Who served whom");
        SvgCanvas canvas = new SvgCanvas(Chart.WIDTH, Chart.HEIGHT, "Clients served over time");
        Chart.draw(twin, canvas);
        to.add("<figure>" + canvas + "</figure>\n");
        to.heading("What was expected");
        to.table("verdicts", page.expectations());
        to.heading("The worst moment");
        to.element("p", page.worst());
        to.list(page.causes());
        to.heading("What to do");
        to.list(page.advice());
        to.heading("What was done");
        to.table("steps", page.steps());
        to.heading("On which pair");
        to.list(page.sources());
        to.heading("Where its clients come from");
        to.list(page.grounds());
        to.heading("What the twin cannot know");
        to.list(page.unknown());
        to.heading("The story");
        to.table("story", page.story());
        return to.end();
    }
}

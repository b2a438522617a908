package org.twinlease.drill.report;

import org.twinlease.drill.Twin;
import org.twinlease.drill.Verdict;

import java.util.List;

/// Drills as JUnit XML, which build servers show: a suite a drill, a case an expectation.
final class JunitXml {

    private JunitXml() {}

    static String of(List<Twin> twins) {
        StringBuilder xml = new StringBuilder();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        for (Twin twin : twins) suite(xml, twin);
        return xml.append("</testsuites>\n").toString();
    }

    private static void suite(StringBuilder xml, Twin twin) {
        Verdict verdict = twin.verdict();
        String name = attribute(twin.scenario().name());
        long failures = verdict.judgements().stream().filter(each -> !each.holds()).count();
        xml.append(
                "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\">\n"
                        .formatted(name, verdict.judgements().size(), failures));
        for (Verdict.Judgement each : verdict.judgements()) {
            String text = attribute(each.expectation().text());
            xml.append("<testcase classname=\"drill.%s\" name=\"%s\"".formatted(name, text));
            if (each.holds()) xml.append("/>\n");
            else {
                String why = String.join("\n", verdict.worst().causes());
                xml.append("><failure message=\"%s\">".formatted(attribute(each.found())));
                xml.append(HtmlSheet.escape(why)).append("</failure></testcase>\n");
            }
        }
        xml.append("</testsuite>\n");
    }

    private static String attribute(String text) {
        return HtmlSheet.escape(text).replace("\n", " ");
    }
}

package org.twinlease.cli.manual;

import org.twinlease.control.AlarmType;
import org.twinlease.control.MeaningCode;
import org.twinlease.control.Sentences;
import org.twinlease.value.ReasonCode;

import java.util.function.Function;

/// Everything that a server may say, with what to do about it, as one page in Markdown: the words
/// of the screens and the log, from the same table.
final class NoticesPage {

    private final StringBuilder out = new StringBuilder();

    private NoticesPage() {}

    static String text() {
        return new NoticesPage().written();
    }

    private String written() {
        out.append(
                """
                # Notices

                Written by the program itself: `twinlease manual`. The console, `twinlease watch` and the log say the same
                words; … stands for what differs from case to case.

                ## Alarms

                Open until their cause is gone. On top of the console, in `twinlease status`, in the log.
                """);
        for (AlarmType type : AlarmType.values()) alarm(type);
        list("Why a client was answered so, or not at all", ReasonCode.values(), Sentences::form);
        list("What the servers of a pair tell each other", MeaningCode.values(), Sentences::form);
        return out.toString();
    }

    private void alarm(AlarmType type) {
        out.append("\n### ").append(Sentences.label(type)).append("\n\n");
        out.append("> ").append(Sentences.form(type)).append("\n\n");
        out.append(Sentences.meaning(type)).append("\n\n");
        out.append("**What to do:** ").append(Sentences.advice(type)).append('\n');
    }

    private <T> void list(String title, T[] codes, Function<T, String> sentence) {
        out.append("\n## ").append(title).append("\n\n");
        for (T code : codes) out.append("- ").append(sentence.apply(code)).append('\n');
    }
}

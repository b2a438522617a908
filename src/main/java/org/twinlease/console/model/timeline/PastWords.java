package org.twinlease.console.model.timeline;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.PastEvent;
import org.twinlease.control.Sentences;

import java.util.Locale;

/// Events of the past in words.
final class PastWords {

    private PastWords() {}

    /// What happened, in a few words.
    static String title(PastEvent event) {
        return switch (event.kind()) {
            case STARTED -> Text.of("past.started", event.subject());
            case STATE -> Text.of("past.state", state(event.words()));
            case PARTNER -> Text.of("past.partner", state(event.words()));
            case LINK -> Text.of(event.words().equals("up") ? "past.link.up" : "past.link.down");
            case TROUBLE -> Text.of("past.trouble");
            case ALARM -> event.words();
            case ALARM_OVER -> Text.of("past.over", event.words());
            case ORDER -> Text.of("past.order", event.subject());
            case CONFIGURED -> Text.of("past.configured");
            case BALANCED ->
                    number(event, 3).equals("1")
                            ? Text.of("past.balanced.one")
                            : Text.of("past.balanced", number(event, 3));
            case LEASE -> Text.of("past.lease", event.subject(), event.words());
            case SAMPLE -> Text.of("past.sample", number(event, 0), number(event, 1));
            case MISSED -> Text.of("past.missed", number(event, 0));
        };
    }

    /// Why, or what there is to say beside the title; empty for nothing.
    static String more(PastEvent event) {
        if (event.why() != null) return Sentences.of(event.why());
        return switch (event.kind()) {
            case STARTED -> Text.of("past.version", event.words());
            case ORDER -> event.words().equals("done") ? Text.of("past.order.done") : event.words();
            case CONFIGURED -> event.words();
            case BALANCED -> Text.of("past.balanced.more", number(event, 1), number(event, 2));
            case ALARM_OVER -> Text.of("past.alarm.over");
            case STATE, PARTNER, LINK, TROUBLE, ALARM, LEASE, SAMPLE, MISSED -> "";
        };
    }

    static Tone tone(PastEvent event) {
        return switch (event.kind()) {
            case STARTED, CONFIGURED, BALANCED -> Tone.CALM;
            case STATE, PARTNER -> stateTone(event.words());
            case LINK -> event.words().equals("up") ? Tone.GOOD : Tone.WATCH;
            case TROUBLE, MISSED -> Tone.WATCH;
            case ALARM -> Tone.BAD;
            case ALARM_OVER -> Tone.GOOD;
            case ORDER -> event.words().startsWith("done") ? Tone.CALM : Tone.WATCH;
            case LEASE, SAMPLE -> Tone.PLAIN;
        };
    }

    /// How much attention a state asks for, by its word.
    static Tone stateTone(String word) {
        return switch (word) {
            case "normal" -> Tone.GOOD;
            case "communications-interrupted", "resolution-interrupted", "paused", "shutdown" ->
                    Tone.WATCH;
            case "partner-down", "potential-conflict" -> Tone.BAD;
            case "startup", "recover", "recover-wait", "recover-done", "conflict-done" -> Tone.CALM;
            default -> Tone.PLAIN;
        };
    }

    /// A state as the other pages write it.
    static String state(String word) {
        return word.replace('-', ' ').toUpperCase(Locale.ROOT);
    }

    private static String number(PastEvent event, int index) {
        return index < event.numbers().size() ? Words.count(event.numbers().get(index)) : "";
    }
}

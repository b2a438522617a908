package org.twinlease.console.model.drift;

import java.util.List;

/// What two texts have in common at their beginning and end, and what each has for itself.
record Shares(String one, String common, String two) {

    private static final String BETWEEN = " \u2026 ";

    static Shares of(String one, String two) {
        if (one.isEmpty() || two.isEmpty()) return new Shares(one, "", two);
        List<String> here = List.of(one.split(" ", -1));
        List<String> there = List.of(two.split(" ", -1));
        int least = Math.min(here.size(), there.size());
        int head = 0;
        while (head < least && here.get(head).equals(there.get(head))) head++;
        int tail = 0;
        while (tail < least - head
                && here.get(here.size() - 1 - tail).equals(there.get(there.size() - 1 - tail))) {
            tail++;
        }
        String begin = String.join(" ", here.subList(0, head));
        String end = String.join(" ", here.subList(here.size() - tail, here.size()));
        String common = head + tail == 0 ? "" : (begin + BETWEEN + end).strip();
        return new Shares(own(here, head, tail), common, own(there, head, tail));
    }

    private static String own(List<String> words, int head, int tail) {
        String own = String.join(" ", words.subList(head, words.size() - tail));
        return own.endsWith(",") ? own.substring(0, own.length() - 1) : own;
    }
}

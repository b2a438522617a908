package org.twinlease.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What is done to a pair, one thing after the other, drawn from a seed alone: the same seed gives
/// the same order and the same pauses, however fast the machine is. Nothing is drawn that would
/// leave nobody with the leases, or that lets one server serve without having heard that its
/// partner took it for down; both are an operator's own mistakes.
final class TroublePlan {

    enum Act {
        KILL,
        STOP,
        START,
        FORGET,
        CUT_SILENTLY,
        CUT_BY_RESET,
        ISOLATE,
        HEAL,
        PARTNER_DOWN,
        SHUT_DOWN,
        PAUSE,
        RESUME,
        SETTLE
    }

    /// An act to one of the two, and the seconds until the next one.
    record Step(Act act, boolean primary, double pause) {}

    private final Random random;
    private final boolean[] up = {true, true};
    private final boolean[] ordered = new boolean[2];
    private final boolean[] resting = new boolean[2];
    private final boolean[] ours;
    private boolean cut;
    private int forgot = -1;
    private boolean met;

    /// @param primaryIsOurs whether the primary can be paused and resumed, as ours can
    /// @param secondaryIsOurs the same of the secondary
    TroublePlan(long seed, boolean primaryIsOurs, boolean secondaryIsOurs) {
        random = new Random(seed);
        ours = new boolean[] {primaryIsOurs, secondaryIsOurs};
    }

    /// The steps until the pair is left in peace again, which is the last one.
    List<Step> next() {
        List<Step> steps = new ArrayList<>();
        int length = 3 + random.nextInt(7);
        while (steps.size() < length && !met) {
            Act act = Act.values()[random.nextInt(Act.SETTLE.ordinal())];
            int at = random.nextInt(2);
            if (isPossible(act, at)) {
                done(act, at);
                steps.add(new Step(act, at == 0, pause()));
            }
        }
        steps.add(new Step(Act.SETTLE, true, pause()));
        settled();
        return steps;
    }

    private double pause() {
        double kind = random.nextDouble();
        if (kind < 0.5) return random.nextDouble(2);
        return kind < 0.85 ? 2 + random.nextDouble(6) : 10 + random.nextDouble(10);
    }

    private boolean isPossible(Act act, int at) {
        int other = 1 - at;
        boolean tookOver = ordered[0] || ordered[1];
        return switch (act) {
            case KILL, STOP -> up[at] && (up[other] || random.nextInt(4) == 0);
            case START -> !up[at] && !(ordered[other] && (cut || !up[other]));
            case FORGET -> !up[at] && up[other] && forgot < 0;
            case CUT_SILENTLY, CUT_BY_RESET, ISOLATE -> !cut && !tookOver;
            case HEAL -> cut;
            case PARTNER_DOWN ->
                    up[at] && !up[other] && !ordered[at] && !resting[at] && mayLead(at);
            case SHUT_DOWN -> up[at] && up[other] && !resting[0] && !resting[1];
            case PAUSE -> ours[at] && up[at] && up[other] && !resting[0] && !resting[1];
            case RESUME -> resting[at] && up[at];
            case SETTLE -> true;
        };
    }

    /// Who has lost its leases is seldom told that it is alone: that may double an address.
    private boolean mayLead(int at) {
        return forgot != at || random.nextInt(4) == 0;
    }

    private void done(Act act, int at) {
        switch (act) {
            case KILL, STOP -> up[at] = false;
            case START -> {
                up[at] = true;
                met = ordered[1 - at];
            }
            case FORGET -> {
                forgot = at;
                resting[at] = false;
            }
            case CUT_SILENTLY, CUT_BY_RESET, ISOLATE -> cut = true;
            case HEAL -> cut = false;
            case PARTNER_DOWN -> ordered[at] = true;
            case SHUT_DOWN -> {
                if (ours[at]) resting[at] = true;
                else up[at] = false;
            }
            case PAUSE -> resting[at] = true;
            case RESUME -> resting[at] = false;
            case SETTLE -> {}
        }
    }

    private void settled() {
        for (int i = 0; i < 2; i++) {
            up[i] = true;
            ordered[i] = false;
            resting[i] = false;
        }
        cut = false;
        forgot = -1;
        met = false;
    }
}

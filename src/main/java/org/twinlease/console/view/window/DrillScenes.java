package org.twinlease.console.view.window;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.drill.RunClock;
import org.twinlease.console.view.Pages;
import org.twinlease.console.view.drill.DrillController;
import org.twinlease.control.LiveMark;

import java.util.Locale;

/// What has to be done before pictures of drills, on a twin and on the running pair.
record DrillScenes(ConsoleView view, ConsoleSession session) {

    void rehearse() {
        if (view.page() instanceof DrillController page) page.open("script");
        view.models().drill().choose("primary-dies-at-noon");
        view.models().drill().finish();
    }

    boolean isRehearsed() {
        return view.models().drill().shown().state().run().phase() == RunClock.Phase.OVER;
    }

    void allowLive() {
        var live = view.models().liveDrill();
        live.mark(LiveMark.LAB, "", session.mode().name().toLowerCase(Locale.ROOT));
        live.lasts("30s");
        live.reason(Text.of("snapshot.drill"));
    }

    void beginLive() {
        view.models().liveDrill().begin();
    }

    void endLive() {
        view.models().liveDrill().restore();
        view.show(Pages.LIVEDRILL);
    }
}

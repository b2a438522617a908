package org.twinlease.engine;

import org.twinlease.value.Ip4;
import org.twinlease.value.ProgramCall;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;

/// The programs that a decision has led to.
final class Programs {
    private Programs() {}

    /// Has them run. To be called when what the decision changes is on disk.
    static void run(Outlet outlet, Ip4 about, List<Reason> reasons) {
        for (Reason reason : reasons) {
            if (reason.code() != ReasonCode.PROGRAM_RUN) continue;
            outlet.run(about, ProgramCall.ofLine(reason.operands().getFirst().toString()));
        }
    }
}

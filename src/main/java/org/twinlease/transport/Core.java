package org.twinlease.transport;

import org.twinlease.engine.Input;
import org.twinlease.value.Now;

import java.util.List;

/// What an [EngineLoop] drives: it takes a batch of inputs with one reading of the clocks, and says
/// when it wants to be called without any.
public interface Core {

    /// Handles a batch; the list is empty when only time has passed, and is used again after the
    /// call. Anything thrown is fatal.
    void batch(Now now, List<Input> inputs);

    /// The tick in milliseconds at which a call without input is wanted; `Long.MAX_VALUE` for
    /// never.
    long nextWakeTick();
}

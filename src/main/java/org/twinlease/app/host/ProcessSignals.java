package org.twinlease.app.host;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The signals of the operating system as arrivals: TERM and INT end a server, HUP has it read its
/// configuration again. Without this, Java would end the process by itself, with another exit code.
///
/// `sun.misc.Signal` (module `jdk.unsupported`) is Java's only way to do that. It is used by
/// reflection because a compile against it warns, and a Java without it shall still serve: Java's
/// own handling stays in force there.
public final class ProcessSignals implements AutoCloseable {

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final List<Restore> replaced = new ArrayList<>();

    private record Restore(Object signal, Object handler) {}

    private ProcessSignals() {}

    /// Handles the signals until closed.
    public static ProcessSignals watch() {
        ProcessSignals signals = new ProcessSignals();
        signals.handle("TERM", new Arrival.End());
        signals.handle("INT", new Arrival.End());
        signals.handle("HUP", new Arrival.Reload());
        return signals;
    }

    /// Where arrivals come in.
    public BlockingQueue<Arrival> arrivals() {
        return arrivals;
    }

    private void handle(String name, Arrival arrival) {
        try {
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal =
                    Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
            Object handler =
                    Proxy.newProxyInstance(
                            ProcessSignals.class.getClassLoader(),
                            new Class<?>[] {handlerType},
                            (_, method, _) -> answer(method, arrival));
            replaced.add(new Restore(signal, set(signal, handler)));
        } catch (ReflectiveOperationException | IllegalArgumentException unsupported) {
            // This system has no such signal, or its Java no way to handle it.
        }
    }

    /// Java calls nothing but `handle`, and compares nothing with it.
    private @Nullable Object answer(Method method, Arrival arrival) {
        if (method.getName().equals("handle")) arrivals.add(arrival);
        if (method.getReturnType() == int.class) return arrival.hashCode();
        if (method.getReturnType() == boolean.class) return false;
        return method.getReturnType() == String.class ? arrival.toString() : null;
    }

    private static Object set(Object signal, Object handler) throws ReflectiveOperationException {
        try {
            return signal.getClass()
                    .getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"))
                    .invoke(null, signal, handler);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        }
    }

    @Override
    public void close() {
        for (Restore restore : replaced) {
            try {
                var _ = set(restore.signal(), restore.handler());
            } catch (ReflectiveOperationException | IllegalArgumentException unsupported) {
                // It was set once, so it can be set back.
            }
        }
    }
}

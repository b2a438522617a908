package org.twinlease.cli;

/// Our own mistakes, in words that help to report them.
public final class Faults {
    private Faults() {}

    /// One line: that it is our fault, its kind and where it happened.
    public static String words(Throwable fault) {
        String place = "";
        for (StackTraceElement frame : fault.getStackTrace()) {
            if (!frame.getClassName().startsWith("org.twinlease.")) continue;
            place = " at " + frame.getFileName() + ":" + frame.getLineNumber();
            break;
        }
        return "an internal fault ("
                + fault.getClass().getSimpleName()
                + place
                + "); please report it with this line";
    }
}

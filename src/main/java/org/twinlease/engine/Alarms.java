package org.twinlease.engine;

import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;

import java.util.ArrayList;
import java.util.List;

/// What an operator should know and is not over, one alarm for each kind and detail.
final class Alarms {

    private final List<AlarmView> open = new ArrayList<>();

    /// Raises an alarm; false when it is already up.
    boolean raise(AlarmType type, long atMillis, String detail) {
        if (find(type, detail) >= 0) return false;
        open.add(new AlarmView(type, atMillis, false, detail));
        return true;
    }

    /// Ends an alarm; false when it was not up.
    boolean end(AlarmType type, String detail) {
        int at = find(type, detail);
        if (at < 0) return false;
        open.remove(at);
        return true;
    }

    boolean isOpen(AlarmType type, String detail) {
        return find(type, detail) >= 0;
    }

    private int find(AlarmType type, String detail) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).type() == type && open.get(i).detail().equals(detail)) return i;
        }
        return -1;
    }

    List<AlarmView> open() {
        return List.copyOf(open);
    }
}

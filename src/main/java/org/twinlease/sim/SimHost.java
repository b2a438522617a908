package org.twinlease.sim;

import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;

import java.util.List;

/// What a server of a world is made from: its number from 0, what it serves, and its interfaces.
public record SimHost(int number, Plan plan, List<Interface> interfaces) {

    /// Takes a copy of the list.
    public SimHost {
        interfaces = List.copyOf(interfaces);
    }

    /// The index of the interface with an address, -1 when there is none.
    int interfaceOf(Ip4 address) {
        for (int i = 0; i < interfaces.size(); i++) {
            if (interfaces.get(i).address().equals(address)) return i;
        }
        return -1;
    }
}

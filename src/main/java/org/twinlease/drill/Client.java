package org.twinlease.drill;

import org.twinlease.drill.script.Kind;
import org.twinlease.sim.twin.Person;
import org.twinlease.value.HardwareAddress;

/// A client of a drill as people name it, with the way it lives.
public record Client(Kind kind, String name, HardwareAddress hardware) {

    static Client of(Person person) {
        return new Client(Kind.valueOf(person.kind().name()), person.name(), person.hardware());
    }

    @Override
    public String toString() {
        return name + " (" + hardware + ")";
    }
}

package org.twinlease.dhcp;

import org.junit.jupiter.api.Test;
import org.twinlease.Golden;
import org.twinlease.config.Site;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.ClientKey;
import org.twinlease.lease.Lease;
import org.twinlease.lease.Offers;
import org.twinlease.value.BindingState;
import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Every message in every state of client and address, decided by the policy and printed. What a
/// reviewer reads is `golden/dhcp/outcomes.txt`.
class OutcomesTest {
    private static final String MAC = "02:00:00:00:00:0a";
    private static final HardwareAddress HIS = Objects.requireNonNull(HardwareAddress.parse(MAC));
    private static final HardwareAddress OTHERS = HardwareAddress.ethernet(0x0200_0000_000bL);
    private static final long LENGTH = 4000;

    /// What the client says; `after` is how old its leases are then, in seconds.
    enum Message {
        DISCOVER(100) {
            @Override
            Heard say(Guest guest, String address) {
                return guest.discovers(address);
            }
        },
        SELECTING(100) {
            @Override
            Heard say(Guest guest, String address) {
                return guest.selects(address);
            }
        },
        SELECTING_ANOTHER(100) {
            @Override
            Heard say(Guest guest, String address) {
                return guest.selects(address, "10.0.1.2");
            }
        },
        INIT_REBOOT(1500) {
            @Override
            Heard say(Guest guest, String address) {
                return guest.reboots(address);
            }
        },
        RENEWING(2000) {
            @Override
            Heard say(Guest guest, String address) {
                return guest.renews(address, Cast.UNICAST);
            }
        },
        REBINDING(3600) {
            @Override
            Heard say(Guest guest, String address) {
                return guest.renews(address, Cast.BROADCAST);
            }
        },
        DECLINE(100) {
            @Override
            Heard say(Guest guest, String address) {
                return guest.declines(address);
            }
        },
        RELEASE(2000) {
            @Override
            Heard say(Guest guest, String address) {
                return guest.releases(address);
            }
        },
        INFORM(100) {
            @Override
            Heard say(Guest guest, String address) {
                return guest.informs(address);
            }
        },
        BOOTP(100) {
            @Override
            Heard say(Guest guest, String address) {
                return guest.boots();
            }
        };

        final long after;

        Message(long after) {
            this.after = after;
        }

        abstract Heard say(Guest guest, String address);
    }

    enum Client {
        STRANGER,
        HOLDS_ANOTHER_HERE,
        HOLDS_ANOTHER_ELSEWHERE,
        HAS_FIXED_ADDRESS,
        ON_ANOTHER_NETWORK,
        ON_NO_KNOWN_NETWORK
    }

    enum Address {
        NEVER_USED,
        FREE_ONCE_HIS,
        FREE_ONCE_ANOTHERS,
        OFFERED_TO_HIM,
        OFFERED_TO_ANOTHER,
        ACTIVE_HIS,
        ACTIVE_ANOTHERS,
        ABANDONED,
        EXPIRED_HIS,
        EXPIRED_ANOTHERS,
        RELEASED_HIS,
        RELEASED_ANOTHERS,
        RESET_HIS,
        RESET_ANOTHERS,
        BACKUP,
        IN_NO_POOL,
        HIS_FIXED,
        ANOTHERS_FIXED,
        OF_NO_SUBNET
    }

    @Test
    void everyMessageInEveryStateHasItsOutcome() {
        StringBuilder out = new StringBuilder(HEAD);
        for (Message message : Message.values()) {
            out.append('\n').append(message.name().replace('_', ' ')).append('\n');
            for (Client client : Client.values()) out.append(rows(message, client));
        }
        Golden.check("dhcp/outcomes.txt", out.toString());
    }

    private static final String HEAD =
            """
            What the server does about each message, for each state of the client and of the address that the message
            is about ("it"), and why. After "->": the leases that change. An authoritative server that does otherwise
            has a line of its own. The pool is 10.0.1.10 to .19; a client that holds another address has .12, or
            10.0.2.12 on the other network; one with a fixed address has .200. The client asks for no lease time.
            Expired, released, reset and backup are what a failover partner left behind: this server works alone.
            """;

    /// Addresses with the same outcome share a line.
    private static String rows(Message message, Client client) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Address address : Address.values()) {
            if (address == Address.HIS_FIXED && client != Client.HAS_FIXED_ADDRESS) continue;
            String shy = outcome(message, client, address, 0);
            String bold = outcome(message, client, address, 1);
            String both = shy.equals(bold) ? shy : shy + "\n      authoritative: " + bold;
            rows.computeIfAbsent(both, _ -> new ArrayList<>()).add(words(address));
        }
        StringBuilder out = new StringBuilder("  " + words(client) + "\n");
        rows.forEach(
                (outcome, addresses) -> {
                    String which = rows.size() == 1 ? "any" : String.join(", ", addresses);
                    out.append("    ").append(which).append(":\n");
                    out.append("      ").append(outcome).append('\n');
                });
        return out.toString();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String outcome(
            Message message, Client client, Address address, long authoritative) {
        Scene scene = new Scene(site(authoritative, client == Client.HAS_FIXED_ADDRESS));
        prepare(scene, client, address);
        scene.pass(message.after);
        offer(scene, address);
        Guest guest = scene.guest(MAC);
        if (client == Client.ON_ANOTHER_NETWORK) guest.behind("10.0.2.1");
        if (client == Client.ON_NO_KNOWN_NETWORK) guest.behind("172.16.0.1");
        Heard heard = message.say(guest, text(address));
        String changes =
                heard.changes().stream().map(OutcomesTest::words).collect(Collectors.joining(", "));
        String all = heard + (changes.isEmpty() ? "" : " -> " + changes);
        return all.replaceAll("\\b" + text(address) + "\\b", "it");
    }

    private static Site site(long authoritative, boolean fixed) {
        Site site =
                Site.small()
                        .set(Parameter.AUTHORITATIVE, authoritative)
                        .subnet("10.0.2.0/24", net -> net.pool("10.0.2.10", "10.0.2.19"))
                        .host("another", "02:00:00:00:00:0b", "10.0.1.201");
        return fixed ? site.host("his", MAC, "10.0.1.200") : site;
    }

    private static void prepare(Scene scene, Client client, Address address) {
        if (client == Client.HOLDS_ANOTHER_HERE) put(scene, "10.0.1.12", HIS, true);
        if (client == Client.HOLDS_ANOTHER_ELSEWHERE) put(scene, "10.0.2.12", HIS, true);
        switch (address) {
            case FREE_ONCE_HIS -> put(scene, text(address), HIS, false);
            case FREE_ONCE_ANOTHERS -> put(scene, text(address), OTHERS, false);
            case ACTIVE_HIS -> put(scene, text(address), HIS, true);
            case ACTIVE_ANOTHERS -> put(scene, text(address), OTHERS, true);
            case EXPIRED_HIS -> put(scene, text(address), HIS, BindingState.EXPIRED);
            case EXPIRED_ANOTHERS -> put(scene, text(address), OTHERS, BindingState.EXPIRED);
            case RELEASED_HIS -> put(scene, text(address), HIS, BindingState.RELEASED);
            case RELEASED_ANOTHERS -> put(scene, text(address), OTHERS, BindingState.RELEASED);
            case RESET_HIS -> put(scene, text(address), HIS, BindingState.RESET);
            case RESET_ANOTHERS -> put(scene, text(address), OTHERS, BindingState.RESET);
            case BACKUP -> put(scene, text(address), OTHERS, BindingState.BACKUP);
            case ABANDONED ->
                    scene.world
                            .leases()
                            .apply(GiveBack.abandoned(scene.lease("10.0.1.15"), 0, Lease.NEVER));
            default -> {}
        }
    }

    private static void offer(Scene scene, Address address) {
        int slot = scene.world.leases().slot(Ip4.of("10.0.1.15"));
        long until = scene.now().tickMillis() + Offers.HOLD_MILLIS;
        if (address == Address.OFFERED_TO_HIM) {
            scene.world.offers().hold(new ClientKey(null, HIS), slot, until);
        }
        if (address == Address.OFFERED_TO_ANOTHER) {
            scene.world.offers().hold(new ClientKey(null, OTHERS), slot, until);
        }
    }

    private static void put(Scene scene, String address, HardwareAddress who, boolean active) {
        put(scene, address, who, active ? BindingState.ACTIVE : BindingState.FREE);
    }

    private static void put(Scene scene, String address, HardwareAddress who, BindingState state) {
        long now = scene.clock();
        long ends = state == BindingState.ACTIVE ? now + LENGTH : now;
        scene.world
                .leases()
                .apply(
                        new Lease(
                                Ip4.of(address),
                                state,
                                0,
                                who,
                                null,
                                null,
                                null,
                                now,
                                ends,
                                now,
                                0,
                                0,
                                0));
    }

    private static String text(Address address) {
        return switch (address) {
            case IN_NO_POOL -> "10.0.1.100";
            case HIS_FIXED -> "10.0.1.200";
            case ANOTHERS_FIXED -> "10.0.1.201";
            case OF_NO_SUBNET -> "192.168.7.7";
            default -> "10.0.1.15";
        };
    }

    private static String words(Lease lease) {
        String whose = HIS.equals(lease.hardware()) ? " his" : "";
        return lease.address() + " " + lease.state() + whose;
    }
}

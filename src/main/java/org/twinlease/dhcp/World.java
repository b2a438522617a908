package org.twinlease.dhcp;

import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.Offers;
import org.twinlease.lease.Permit;

/// What a decision is made from, besides the message: the plan, the leases and the offers as they
/// are, and the permit. Read only, for policy.
public record World(Plan plan, LeaseTable leases, Offers offers, Permit permit) {}

/// The edge to the network: UDP ports and partners' TCP connections by Netty, raw frames and pings
/// by the foreign function interface, the thread and the clocks that drive the engine, and a load
/// generator. The only room that imports `io.netty`. One event loop both reads the sockets and runs
/// the engine: what a batch decides leaves with one flush, and what arrives while the batch's
/// records are being synced waits in the kernel's receive buffer and makes the next batch
/// (docs/decisions has the measurement).
@NullMarked
package org.twinlease.transport;

import org.jspecify.annotations.NullMarked;

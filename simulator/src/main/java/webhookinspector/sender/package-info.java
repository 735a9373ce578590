/**
 * Handshakes, signed deliveries, heartbeats, back-off and the journal of every attempt. May use
 * {@code faults}, {@code subscriptions}, {@code world}; not REST. How bytes travel is a technology
 * one level below.
 */
@NullMarked
package webhookinspector.sender;

import org.jspecify.annotations.NullMarked;

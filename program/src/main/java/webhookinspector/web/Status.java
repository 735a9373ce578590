package webhookinspector.web;

import java.time.Instant;
import webhookinspector.feed.State;
import webhookinspector.ledger.LedgerHealth;

/**
 * How the holder of the folder is doing.
 *
 * @param at when this was asked
 * @param last position of the newest entry of the ledger
 * @param indexed position up to which the history has read it
 * @param deliveries how many the history holds, handshakes and quarantined ones included
 */
public record Status(
    Instant at, State state, LedgerHealth ledger, long last, long indexed, long deliveries) {}

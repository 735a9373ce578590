package webhookinspector.metrics;

import java.util.Map;
import webhookinspector.ledger.LedgerHealth;
import webhookinspector.watch.HealthReport;

/**
 * What is read off when somebody asks for metrics, instead of being counted all the time.
 *
 * @param behind entries of the ledger that the history has not read
 * @param openGaps gaps without an end
 * @param connections open at the receiver port
 * @param turnedAway connections that it closed since the start
 * @param watchers of the feed
 * @param missing by inbox, how many events were missing in its last account
 */
public record Readings(
    HealthReport health,
    LedgerHealth ledger,
    long position,
    long behind,
    long openGaps,
    long connections,
    long turnedAway,
    long watchers,
    Map<String, Integer> missing) {}

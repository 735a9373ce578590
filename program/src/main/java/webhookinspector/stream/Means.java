package webhookinspector.stream;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import webhookinspector.asana.Asana;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Gap;
import webhookinspector.ledger.Ledger;
import webhookinspector.registry.Registry;

/**
 * What streams work with.
 *
 * @param gaps told of each gap once the registry has it
 * @param jitter spreads calls after failures; need not be cryptographic
 */
public record Means(
    Asana asana,
    Ledger ledger,
    Registry registry,
    Consumer<Gap> gaps,
    DeliveryIds ids,
    InstantSource clock,
    RandomGenerator jitter,
    Rest rest) {}

package webhookinspector.ledger;

import java.util.List;
import java.util.Optional;
import webhookinspector.inbox.Position;

/**
 * Deliveries that lie one behind the other in the ledger, each with its latest judgement and
 * answer.
 *
 * @param kept oldest first, their bytes checked against the hashes that were stored with them
 * @param damaged a line for each whose bytes have another hash; it is not among the others
 * @param end where to go on; empty when nothing lies behind
 */
public record Stretch(List<Entry.Kept> kept, List<String> damaged, Optional<Position> end) {}

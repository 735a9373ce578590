package webhookinspector.conform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every check, in the order of reports. */
public final class Catalogue {

  private static final List<Case> CASES =
      Stream.of(
              HandshakeChecks.all(),
              RepeatedHandshakeChecks.all(),
              RivalChecks.all(),
              SecondWebhookChecks.all(),
              SignatureChecks.all(),
              SignatureFormChecks.all(),
              RawByteChecks.all(),
              HeartbeatChecks.all(),
              AnswerChecks.all(),
              ContentChecks.all(),
              OddContentChecks.all(),
              TransportChecks.all(),
              ConcurrencyChecks.all(),
              KeepAliveChecks.all(),
              SecrecyChecks.all(),
              RestartChecks.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  static List<Case> cases() {
    return CASES;
  }

  /** All of them. */
  public static List<Check> checks() {
    return CASES.stream().map(Case::check).toList();
  }

  /** The one with that id. */
  public static Optional<Check> find(String id) {
    return checks().stream().filter(check -> check.id().equals(id)).findFirst();
  }
}

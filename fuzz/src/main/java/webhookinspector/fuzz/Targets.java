package webhookinspector.fuzz;

import java.util.List;

/** All of them, for the tests and for {@code ./dev fuzz}. */
final class Targets {

  static final List<Class<?>> ALL =
      List.of(
          SignatureHeader.class,
          HandshakeHeader.class,
          EventsBody.class,
          SyncAnswer.class,
          FilterLanguage.class,
          TargetAddress.class);

  private Targets() {}
}

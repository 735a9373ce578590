package webhookinspector.asana.http;

import java.io.IOException;
import webhookinspector.asana.AsanaUnreachable;

/** A 2xx whose JSON lacks what Asana's always has. */
final class Incomplete {

  private Incomplete() {}

  static AsanaUnreachable of(String call, String missing) {
    String what = call + ": the answer has no " + missing + " (expected: Asana's record)";
    return new AsanaUnreachable(
        what + "\nSomething else than Asana answers there; check --api-base.",
        new IOException(what));
  }
}

package webhookinspector.conform;

import java.time.Duration;

/** How the bytes of a body travel. The receiver's HTTP server must put them together again. */
sealed interface Framing {

  /** With {@code Content-Length}, in one write: as Asana is assumed to send. */
  record Whole() implements Framing {}

  /**
   * With {@code Transfer-Encoding: chunked}, as proxies and tunnels like to pass bodies on.
   *
   * @param size bytes in each chunk but the last
   * @param pause between chunks, so that each is read on its own
   */
  record Chunked(int size, Duration pause) implements Framing {}

  /**
   * With {@code Content-Length}, but in pieces.
   *
   * @param pieces about equally long
   * @param pause between them
   */
  record Dripped(int pieces, Duration pause) implements Framing {}

  /** Announces the whole body, sends its first half, and closes. */
  record Cut() implements Framing {}

  static Framing whole() {
    return new Whole();
  }
}

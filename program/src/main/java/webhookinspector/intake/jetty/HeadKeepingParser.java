package webhookinspector.intake.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import webhookinspector.delivery.Headers;

/** Jetty's parser, with a copy of the head that it has let through. */
final class HeadKeepingParser extends HttpParser {

  private final RawHead head = new RawHead();

  HeadKeepingParser(RequestHandler handler, int mostHeadBytes, HttpCompliance compliance) {
    super(handler, mostHeadBytes, compliance);
  }

  @Override
  public boolean parseNext(ByteBuffer buffer) {
    if (isState(State.START)) {
      head.clear();
    }
    if (getState().compareTo(State.CONTENT) >= 0) {
      return super.parseNext(buffer);
    }
    int from = buffer.position();
    boolean headIsComplete = super.parseNext(buffer); // never goes on into the body
    head.add(buffer, from, buffer.position());
    return headIsComplete;
  }

  /** Every header line of the current request as it came. */
  Headers headers() {
    return head.headers();
  }
}

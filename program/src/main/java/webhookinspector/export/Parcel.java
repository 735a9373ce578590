package webhookinspector.export;

import java.util.List;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Origin;
import webhookinspector.inbox.Source;

/**
 * One delivery with what people put on it, as a file holds it. Of an imported one a file says what
 * the file said that it came from, so that a second export is the same as the first.
 */
public record Parcel(Judged judged, Marking marking) {

  /** How it reached whoever received it. */
  public Source source() {
    Origin origin = judged.origin();
    return origin == null ? judged.source() : origin.source();
  }

  /** What was decided by whoever received it. */
  public Judgement judgement() {
    Origin origin = judged.origin();
    return origin == null || origin.judgement() == null ? judged.judgement() : origin.judgement();
  }

  /** The same with other header lines. */
  Parcel with(List<Header> lines) {
    return with(new Headers(lines), judged.delivery().body());
  }

  /** The same with other content. */
  Parcel with(Headers headers, Body body) {
    Judged one = judged;
    var delivery = new Delivery(one.delivery().receivedAt(), headers, body);
    return new Parcel(
        new Judged(
            one.id(),
            one.inbox(),
            one.source(),
            delivery,
            one.judgement(),
            one.answer(),
            one.origin()),
        marking);
  }
}

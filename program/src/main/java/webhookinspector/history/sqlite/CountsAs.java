package webhookinspector.history.sqlite;

import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Kind;

/** As what a delivery stands in a picture of arrivals. */
enum CountsAs {
  AUTHENTIC(0),
  HEARTBEAT(1),
  HANDSHAKE(2),
  REFUSED(3);

  /** In the file. */
  final int number;

  CountsAs(int number) {
    this.number = number;
  }

  static CountsAs of(DeliveryLine line, boolean believable) {
    if (!believable) {
      return REFUSED;
    }
    if (line.kind().equals(Kind.HEARTBEAT.word())) {
      return HEARTBEAT;
    }
    return line.kind().equals(Kind.HANDSHAKE.word()) ? HANDSHAKE : AUTHENTIC;
  }
}

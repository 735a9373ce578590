package webhookinspector.inbox;

/** A place in the ledger's order: greater is later. Gaps between positions mean nothing. */
public record Position(long number) implements Comparable<Position> {

  /** Before the first entry. */
  public static final Position START = new Position(0);

  @Override
  public int compareTo(Position other) {
    return Long.compare(number, other.number);
  }

  /** Whether this lies behind the other. */
  public boolean isAfter(Position other) {
    return number > other.number;
  }
}

package webhookinspector.imports;

/**
 * How much is read out of one file; what goes beyond is refused before anything of it is kept.
 *
 * @param bytes once inflated
 * @param deliveries in one file
 * @param ratio of inflated to compressed bytes, looked at from the first mebibyte on
 * @param line bytes of one line, or of one entry: a body of the largest size, escaped throughout
 * @param body bytes of one body
 */
public record Limits(long bytes, int deliveries, int ratio, int line, int body) {

  /** 1 GiB, 100,000 deliveries, a ratio of 100. */
  public static final Limits DEFAULTS = new Limits(1L << 30, 100_000, 100, 24 << 20, 4 << 20);

  /** The same for a file with more deliveries. */
  public Limits with(int more) {
    return new Limits(Math.max(bytes, more * 20_000L), more, ratio, line, body);
  }
}

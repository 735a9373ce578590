package webhookinspector.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How Asana writes times: UTC, always three digits of milliseconds. */
public final class Times {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** Such as {@code 2026-06-12T08:30:10.120Z}. */
  public static String text(Instant time) {
    return FORMAT.format(time);
  }
}

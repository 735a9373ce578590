package webhookinspector.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Times as Asana writes them, {@code 2026-06-12T08:41:02.318Z}, by hand: the JDK's parser takes as
 * long for four of them as a JSON parser for the rest of the body. Any other form is left to it.
 */
final class Moments {

  private static final String FORM = "0000-00-00T00:00:00.000Z";

  private Moments() {}

  /** Null if it is no time. */
  static @Nullable Instant of(String text) {
    try {
      return isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isUsual(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char wanted = FORM.charAt(i);
      char c = text.charAt(i);
      if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private static Instant usual(String text) {
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    int hour = upTo(23, number(text, 11, 13));
    int minute = upTo(59, number(text, 14, 16));
    int second = upTo(59, number(text, 17, 19));
    return Instant.ofEpochSecond(
        86_400 * day + 3_600L * hour + 60L * minute + second, 1_000_000L * number(text, 20, 23));
  }

  private static int upTo(int most, int number) {
    if (number > most) {
      throw new DateTimeException("more than " + most);
    }
    return number;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}

package webhookinspector.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.Locale;

/**
 * One event, one line; controls from outside are written as U+XXXX, so nothing can forge a line.
 */
final class LogLine {

  private LogLine() {}

  /** For the file: when, how bad, who, what, and where it came from. */
  static String full(ILoggingEvent event) {
    var line = new StringBuilder(160);
    line.append(event.getInstant()).append(' ').append(event.getLevel()).append(' ');
    line.append(event.getLoggerName()).append(' ');
    appendHarmless(line, String.valueOf(event.getFormattedMessage()));
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      appendHarmless(line.append(" | "), ThrowableProxyUtil.asString(thrown).strip());
    }
    return line.append('\n').toString();
  }

  /** For a person. */
  static String words(ILoggingEvent event) {
    var line = new StringBuilder(event.getLevel().toString().toLowerCase(Locale.ROOT));
    appendHarmless(line.append(": "), String.valueOf(event.getFormattedMessage()));
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null && thrown.getMessage() != null) {
      appendHarmless(line.append(": "), thrown.getMessage());
    }
    return line.toString();
  }

  private static void appendHarmless(StringBuilder line, String raw) {
    raw.codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    line.append(c == '\n' ? " ⏎ " : "<U+%04X>".formatted(c));
                default -> line.appendCodePoint(c);
              }
            });
  }
}

package webhookinspector.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintStream;

/** Warnings and errors for whoever sits at the terminal: words, no stack traces. */
final class LogToTerminal extends AppenderBase<ILoggingEvent> {

  private final PrintStream err;

  LogToTerminal(PrintStream err) {
    this.err = err;
    setName("terminal");
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
      err.println(LogLine.words(event));
    }
  }
}

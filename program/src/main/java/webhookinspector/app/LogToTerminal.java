package webhookinspector.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintStream;
import java.util.function.Supplier;

/** Warnings and errors for whoever sits at the terminal: words, no stack traces. */
final class LogToTerminal extends AppenderBase<ILoggingEvent> {

  private final Supplier<PrintStream> err;

  /**
   * @param err asked anew for each line, because a full screen keeps lines off itself
   */
  LogToTerminal(Supplier<PrintStream> err) {
    this.err = err;
    setName("terminal");
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
      err.get().println(LogLine.words(event));
    }
  }
}

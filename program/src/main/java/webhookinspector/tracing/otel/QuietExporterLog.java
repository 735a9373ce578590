package webhookinspector.tracing.otel;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.inspection.Harmless;

/** The SDK complains by the JDK's logging, which prints to standard error; our log takes it. */
final class QuietExporterLog implements AutoCloseable {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OtelTraces.class);

  /** Held, or the settings below would be collected with it. */
  private final Logger theirs = Logger.getLogger("io.opentelemetry");

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord said) {
          if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
            LOG.warn("traces: {}", Harmless.text(String.valueOf(said.getMessage())));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  QuietExporterLog() {
    theirs.setUseParentHandlers(false);
    theirs.addHandler(handler);
  }

  @Override
  public void close() {
    theirs.removeHandler(handler);
  }
}

package webhookinspector.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The log: a file in the data folder, and nothing on the terminal but what concerns its reader.
 * Without this, Logback would write debug lines to standard output, which carries our data.
 */
@ConfiguratorRank(ConfiguratorRank.NOMINAL)
public final class QuietLog extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    var words = new LogToTerminal(() -> System.err);
    words.setContext(context);
    words.start();
    root.addAppender(words);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * From now on everything that is logged goes into that file too.
   *
   * @return closes the file
   */
  static AutoCloseable into(Path file, boolean debug) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(
        Level.INFO); // a server that tells everything would tell headers, secrets included
    context.getLogger("webhookinspector").setLevel(debug ? Level.DEBUG : Level.INFO);
    var appender = new LogToFile(file);
    appender.setContext(context);
    appender.start();
    root.addAppender(appender);
    return () -> {
      root.detachAppender(appender);
      appender.stop();
    };
  }
}

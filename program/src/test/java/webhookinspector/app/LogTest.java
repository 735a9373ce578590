package webhookinspector.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class LogTest {

  private static final String HOSTILE = "a\nINFO forged\u001b]52;c;x\u0007\u202e\u009b2J";

  @TempDir Path folder;
  private final LoggerContext context = new LoggerContext();

  @Test
  void writesOneLineAnEventWhateverIsInIt() throws Exception {
    Path file = folder.resolve("inspector.log");
    var appender = new LogToFile(file);
    Logger log = log(appender);
    log.warn("first {}", HOSTILE);
    log.error("second", new IllegalStateException(HOSTILE));
    appender.stop();
    String text = Files.readString(file);
    assertThat(text.lines()).hasSize(2);
    assertThat(text)
        .doesNotContain("\u001b", "\u0007", "\u202e", "\u009b")
        .contains("IllegalState");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void tellsTheTerminalWarningsInWordsAndNothingLess() {
    var bytes = new ByteArrayOutputStream();
    Logger log = log(new LogToTerminal(() -> new PrintStream(bytes, true, UTF_8)));
    log.info("quiet");
    log.warn("the disk is full", new IllegalStateException(HOSTILE));
    String text = bytes.toString(UTF_8);
    assertThat(text.lines()).hasSize(1);
    assertThat(text).startsWith("warn: the disk is full: a").doesNotContain("\u001b", "\tat");
  }

  private Logger log(
      ch.qos.logback.core.AppenderBase<ch.qos.logback.classic.spi.ILoggingEvent> to) {
    to.setContext(context);
    to.start();
    ch.qos.logback.classic.Logger logger = context.getLogger("webhookinspector.test");
    logger.addAppender(to);
    return logger;
  }
}

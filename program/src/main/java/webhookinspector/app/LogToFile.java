package webhookinspector.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.WRITE;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The log file: one event a line, 0600, at most two files of {@value #LIMIT} bytes. */
final class LogToFile extends AppenderBase<ILoggingEvent> {

  private static final long LIMIT = 10_000_000;

  private final Path file;
  private @Nullable FileChannel channel;

  LogToFile(Path file) {
    this.file = file;
    setName("file");
  }

  @Override
  protected void append(ILoggingEvent event) {
    try {
      FileChannel open = opened();
      open.write(UTF_8.encode(LogLine.full(event)));
      if (open.size() > LIMIT) {
        startAnew(open);
      }
    } catch (IOException e) {
      addError("cannot write the log " + file, e); // a full disk must not stop what we are here for
    }
  }

  private FileChannel opened() throws IOException {
    if (channel == null) {
      PrivateFiles.make(file);
      channel = FileChannel.open(file, WRITE, APPEND);
    }
    return channel;
  }

  private void startAnew(FileChannel full) throws IOException {
    full.close();
    channel = null;
    Files.move(file, file.resolveSibling(file.getFileName() + ".1"), REPLACE_EXISTING);
  }

  @Override
  public void stop() {
    super.stop();
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      addError("cannot close the log " + file, e);
    }
  }
}

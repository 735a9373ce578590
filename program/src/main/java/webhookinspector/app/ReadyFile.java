package webhookinspector.app;

import java.io.IOException;
import java.nio.file.Path;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.Opening;
import webhookinspector.web.Refusal;

/** The file that tells a waiting script that everything listens. */
public final class ReadyFile {

  private ReadyFile() {}

  /** Writes it whole, 0600 because the login link is in it: who sees the file may read it all. */
  public static void write(Path file, Opening.Ready ready) {
    write(file, LineJson.write(ready));
  }

  /** The same for another ready line. */
  public static void write(Path file, String readyLine) {
    try {
      PrivateFiles.replace(file.toAbsolutePath(), readyLine + "\n");
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Code.NOT_KEPT,
          "ready-file: " + file + " cannot be written: " + e.getMessage(),
          "Name one in a folder that you may write to.");
    }
  }
}

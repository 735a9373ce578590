package webhookinspector.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import webhookinspector.app.Surroundings;
import webhookinspector.app.Unpacking;

/**
 * Goes through short commands in one process and says nothing. The launcher has the JVM remember
 * what that loads, so that the same commands start sooner for whoever types them.
 */
final class Rehearsal {

  private Rehearsal() {}

  /**
   * @param arguments an empty folder to work in; SQLite's library is then in {@code native} there
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Unpacking.intoFolder(folder.resolve("native"));
    String data = folder.resolve("data").toString();
    List.of(
            List.of("--help"),
            List.of("list", "--help"),
            List.of("sign", "--secret-file", folder.resolve("none").toString()),
            List.of("list", "type=task since=2h", "--data", data),
            List.of("show", "01", "--data", data, "--output", "json"))
        .forEach(words -> run(words.toArray(String[]::new)));
    System.exit(0); // as every command ends, whatever still runs
  }

  private static void run(String... words) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    var console =
        new Console(
            Surroundings.ofThisProcess(),
            InputStream.nullInputStream(),
            nowhere,
            new PrintWriter(nowhere, true, UTF_8),
            new PrintWriter(nowhere, true, UTF_8));
    Commands.over(console, words).execute(words);
  }
}

package webhookinspector.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import webhookinspector.app.Surroundings;

/** The door of the program. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var out = new FileOutputStream(FileDescriptor.out);
    var console =
        new Console(
            Surroundings.ofThisProcess(),
            System.in,
            out,
            writer(out),
            writer(new FileOutputStream(FileDescriptor.err)));
    int code = Commands.run(console, arguments);
    console.out().flush();
    console.err().flush();
    System.exit(code);
  }

  /** UTF-8 whatever the locale, because what we print is JSON and names in any script. */
  private static PrintWriter writer(OutputStream bytes) {
    return new PrintWriter(new OutputStreamWriter(bytes, UTF_8), true);
  }
}

package webhookinspector.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import webhookinspector.app.Surroundings;

/** A command line as somebody typed it, inside this process, and what came of it. */
record Typed(int exit, String out, String err) {

  static Typed line(String... words) {
    return withInput("", words);
  }

  static Typed withInput(String input, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var surroundings =
        new Surroundings(
            Map.of(), Path.of("no-such-home"), Clock.systemUTC(), ZoneOffset.UTC, "test");
    var console =
        new Console(
            surroundings,
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(err, true));
    int exit = Commands.over(console, words).execute(words);
    return new Typed(exit, out.toString(), err.toString());
  }
}

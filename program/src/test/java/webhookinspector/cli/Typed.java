package webhookinspector.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import webhookinspector.app.Surroundings;
import webhookinspector.delivery.Body;

/** A command line as somebody typed it, inside this process, and what came of it. */
record Typed(int exit, Body raw, String err) {

  /** Standard output as text. */
  String out() {
    return raw.text();
  }

  /** A machine on which nothing is set. */
  static Surroundings surroundings() {
    return surroundings(Map.of());
  }

  private static Surroundings surroundings(Map<String, String> environment) {
    return new Surroundings(
        environment, Path.of("no-such-home"), Clock.systemUTC(), ZoneOffset.UTC, "test");
  }

  static Typed line(String... words) {
    return withInput("", words);
  }

  static Typed withInput(String input, String... words) {
    return run(Map.of(), input, words);
  }

  /** In another environment. */
  static Typed in(Map<String, String> environment, String... words) {
    return run(environment, "", words);
  }

  private static Typed run(Map<String, String> environment, String input, String... words) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintWriter(new OutputStreamWriter(bytes, UTF_8), true);
    var err = new StringWriter();
    var console =
        new Console(
            surroundings(environment),
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            bytes,
            out,
            new PrintWriter(err, true));
    int exit = Commands.run(console, words);
    out.flush();
    return new Typed(exit, Body.wrapping(bytes.toByteArray()), err.toString());
  }
}

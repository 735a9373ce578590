package webhookinspector.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import webhookinspector.conform.Conformance;

/** What the conformance kit needs to know of a receiver. A mixin. */
final class ConformOptions {

  @Option(
      names = "--start",
      paramLabel = "COMMAND",
      description = "Starts the receiver. Checks stop, kill and start it again; it never stays.")
  @Nullable String start;

  @Option(
      names = "--received",
      paramLabel = "COMMAND",
      description = "Prints what the receiver has kept, in any form that holds the events' gids.")
  @Nullable String received;

  @Option(
      names = "--arm",
      paramLabel = "COMMAND",
      description = "Runs before a first handshake: tells the receiver to expect one.")
  @Nullable String arm;

  @Option(
      names = "--settle",
      paramLabel = "COMMAND",
      description = "Runs after a first handshake: tells the receiver that the webhook exists.")
  @Nullable String settle;

  @Option(
      names = "--second",
      paramLabel = "URL",
      description = "The address of a second webhook on the same receiver.")
  @Nullable String second;

  @Option(
      names = "--only",
      paramLabel = "CHECK",
      split = ",",
      description = "Run this check only; may be repeated.")
  List<String> only = List.of();

  @Option(
      names = "--except",
      paramLabel = "CHECK",
      split = ",",
      description = "Leave this check out; may be repeated.")
  List<String> except = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Offer the same secret and ids as the run that printed this seed.")
  @Nullable Long seed;

  /**
   * A run against the receiver at {@code url}.
   *
   * @throws IllegalArgumentException naming what is off
   */
  Conformance over(String url) {
    long chosen = seed != null ? seed : new SecureRandom().nextLong() & Long.MAX_VALUE;
    Conformance conformance = Conformance.of(address("URL", url)).seed(chosen);
    conformance.only(only.toArray(String[]::new)).except(except.toArray(String[]::new));
    given(start, conformance::start);
    given(received, conformance::received);
    given(arm, conformance::arm);
    given(settle, conformance::settle);
    given(second, text -> conformance.second(address("--second", text)));
    return conformance;
  }

  private static void given(@Nullable String text, Consumer<String> use) {
    if (text != null) {
      use.accept(text);
    }
  }

  private static URI address(String name, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException(
          name + ": " + text + " (expected: an address, such as http://localhost:3000/hook)");
    }
  }
}

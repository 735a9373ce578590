package webhookinspector.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import webhookinspector.web.Refusal;

/**
 * Where Asana's access token comes from: {@code ASANA_ACCESS_TOKEN}, {@code TEMP_PAT}, a file or
 * standard input; never an argument, which every user of the machine could read. Never printed.
 */
public final class AccessToken implements Supplier<String> {

  /** Variables of the environment that hold it; programs that we start must not inherit them. */
  static final Set<String> VARIABLES = Set.of("ASANA_ACCESS_TOKEN", "TEMP_PAT");

  private static final int LIMIT = 4096;

  private final Supplier<String> source;

  private AccessToken(Supplier<String> source) {
    this.source = source;
  }

  /**
   * Finds the token's source. A file is read again at each use, so that a token can be renewed
   * while the program runs; standard input is read now.
   *
   * @param file null for the environment, {@code -} for standard input
   */
  public static AccessToken from(
      @Nullable Path file, Surroundings surroundings, InputStream standardInput) {
    if (file == null) {
      return new AccessToken(() -> fromEnvironment(surroundings));
    }
    if (file.toString().equals("-")) {
      String token = usable(read(standardInput), "standard input");
      return new AccessToken(() -> token);
    }
    return new AccessToken(() -> usable(read(file), file.toString()));
  }

  /** This very one; for the built-in simulator. */
  static AccessToken of(String token) {
    return new AccessToken(() -> token);
  }

  /**
   * The token.
   *
   * @throws Refusal when there is none
   */
  @Override
  public String get() {
    return source.get();
  }

  private static String fromEnvironment(Surroundings surroundings) {
    return surroundings
        .variable("ASANA_ACCESS_TOKEN")
        .or(() -> surroundings.variable("TEMP_PAT"))
        .map(token -> usable(token, "the environment"))
        .orElseThrow(
            () ->
                Refusal.badInput(
                    "token: none (expected: ASANA_ACCESS_TOKEN in the environment, or --token-file)",
                    "Make one at https://app.asana.com/0/my-apps, then: export ASANA_ACCESS_TOKEN=…"));
  }

  private static String usable(String text, String where) {
    String token = text.strip();
    if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw Refusal.badInput(
          "token: what "
              + where
              + " holds is "
              + (token.isEmpty() ? "empty" : "not one word of visible ASCII characters")
              + " (expected: a personal access token)",
          "Copy it again from https://app.asana.com/0/my-apps.");
    }
    return token;
  }

  private static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (IOException e) {
      throw Refusal.badInput(
          "token-file: " + file + " cannot be read (expected: a file that holds the token)",
          "Give its path, or check who may read it.");
    }
  }

  private static String read(InputStream in) {
    try {
      return new String(in.readNBytes(LIMIT), UTF_8);
    } catch (IOException e) {
      throw Refusal.badInput("token: cannot be read: " + e.getMessage(), "");
    }
  }

  @Override
  public String toString() {
    return "AccessToken[…]";
  }
}

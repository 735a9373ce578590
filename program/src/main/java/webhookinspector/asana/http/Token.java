package webhookinspector.asana.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What lets us in. Never printed; keeps itself out of texts that others wrote. */
final class Token {

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  /**
   * Refuses what no header can carry, before the HTTP client does so in words that hold the token.
   *
   * @throws IllegalArgumentException without the text
   */
  static Token of(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "token: "
              + text.length()
              + " characters (expected: visible ASCII, without blanks or line breaks)\n"
              + "Set ASANA_ACCESS_TOKEN again, or give --token-file.");
    }
    return new Token(text);
  }

  String authorization() {
    return "Bearer " + text;
  }

  /** A server may echo what it got. */
  String removedFrom(String foreign) {
    return foreign
        .replace(text, "[token]")
        .replace(URLEncoder.encode(text, StandardCharsets.UTF_8), "[token]");
  }

  @Override
  public String toString() {
    return "[token]";
  }
}

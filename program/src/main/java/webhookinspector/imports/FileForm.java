package webhookinspector.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Forms of a file that is read. */
public enum FileForm {
  /** One object a line, as {@code export} writes it. */
  JSONL,
  /** HTTP archive, also of browsers and proxies. */
  HAR,
  /** One request as it went over the wire: request line, headers, an empty line, the body. */
  HTTP,
  /** One body and nothing else; its headers are given beside. */
  BODY;

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that word. */
  public static Optional<FileForm> of(String word) {
    return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
  }
}

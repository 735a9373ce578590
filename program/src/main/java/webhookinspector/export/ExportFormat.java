package webhookinspector.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Forms of a file. */
public enum ExportFormat {
  /** One object a line; the one that loses nothing. */
  JSONL("jsonl", "application/x-ndjson"),
  /** HTTP archive 1.2, for browsers and proxies. */
  HAR("har", "application/json"),
  /** A shell script that sends them with curl. */
  CURL("sh", "application/x-sh"),
  /** A shell script that sends them with HTTPie. */
  HTTPIE("sh", "application/x-sh"),
  /** A row for each event, for spreadsheets. */
  CSV("csv", "text/csv; charset=utf-8");

  private final String ending;
  private final String mediaType;

  ExportFormat(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of a file's name, without the dot. */
  public String ending() {
    return ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The one of that word. */
  public static Optional<ExportFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** The one that a file's name says, gzipped or not. */
  public static Optional<ExportFormat> byName(String file) {
    String plain = file.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    return Arrays.stream(values())
        .filter(format -> plain.endsWith("." + format.ending))
        .findFirst();
  }
}

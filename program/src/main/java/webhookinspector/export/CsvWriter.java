package webhookinspector.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Harmless;

/**
 * A row for each event, and one for a delivery without events (RFC 4180). A cell that a spreadsheet
 * would take for a formula begins with a quote mark (OWASP, CSV injection).
 */
final class CsvWriter implements ParcelWriter {

  private static final List<String> COLUMNS =
      List.of(
          "received_at",
          "id",
          "inbox",
          "source",
          "kind",
          "verdict",
          "answer",
          "action",
          "type",
          "subtype",
          "resource",
          "parent",
          "user",
          "field",
          "created_at",
          "sentence",
          "note");

  private static final String FORMULA = "=+-@\t\r";

  private final OutputStream out;
  private final Function<Parcel, DeliveryLine> lineOf;

  /**
   * @param lineOf what is to be said of a delivery
   */
  CsvWriter(OutputStream out, Function<Parcel, DeliveryLine> lineOf) {
    this.out = out;
    this.lineOf = lineOf;
  }

  @Override
  public void begin(Head head) throws IOException {
    row(COLUMNS.toArray(Object[]::new));
  }

  @Override
  public void add(Parcel parcel) throws IOException {
    DeliveryLine line = lineOf.apply(parcel);
    if (line.events().isEmpty()) {
      row(parcel, line, null);
    }
    for (EventLine event : line.events()) {
      row(parcel, line, event);
    }
  }

  private void row(Parcel parcel, DeliveryLine line, @Nullable EventLine event) throws IOException {
    row(
        parcel.judged().delivery().receivedAt(),
        line.id(),
        line.inbox(),
        parcel.source().word(),
        line.kind(),
        parcel.judgement().word(),
        line.answer(),
        event == null ? null : event.action(),
        event == null ? null : event.resource().resourceType(),
        event == null ? null : event.resource().resourceSubtype(),
        event == null ? null : event.resource().gid(),
        event == null ? null : gid(event.parent()),
        event == null ? null : gid(event.user()),
        event == null ? null : event.field(),
        event == null ? null : event.createdAt(),
        event == null ? null : event.sentence(),
        parcel.marking().note());
  }

  private static @Nullable String gid(@Nullable Ref ref) {
    return ref == null ? null : ref.gid();
  }

  private void row(@Nullable Object... cells) throws IOException {
    String row = Arrays.stream(cells).map(CsvWriter::cell).collect(Collectors.joining(","));
    out.write((row + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Controls are made visible first, so that none of them can begin a cell either. */
  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String raw = value.toString();
    String text = Harmless.lines(raw);
    if (!raw.isEmpty() && FORMULA.indexOf(raw.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\'');
    return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  @Override
  public void end(ExportReport report) {
    // a table has no place for it; whoever asked is told
  }
}

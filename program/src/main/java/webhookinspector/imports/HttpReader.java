package webhookinspector.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.inbox.InboxName;

/**
 * Reads one request as it went over the wire: the request line, which may be missing, header lines,
 * an empty line, and then the body to the last byte of the file.
 */
public final class HttpReader implements FileReader {

  static final Pattern REQUEST = Pattern.compile("([A-Z]{3,10}) (\\S{1,4000}) HTTP/1\\.[01]");
  static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}):[ \\t]*(.*?)[ \\t]*");

  private static final int LONGEST_LINE = 64 << 10;
  private static final int MOST_HEADERS = 500;

  private final ImportWish wish;
  private final Addresses addresses;

  HttpReader(ImportWish wish, Addresses addresses) {
    this.wish = wish;
    this.addresses = addresses;
  }

  @Override
  public void read(InputStream in, Taking into) throws IOException {
    InboxName inbox = wish.inbox();
    var lines = new ArrayList<Header>();
    for (int number = 1; ; number++) {
      String line = line(in, number);
      if (line.isEmpty()) {
        break;
      }
      Matcher request = REQUEST.matcher(line);
      if (number == 1 && request.matches()) {
        inbox = addresses.inbox(request.group(2)).orElse(inbox);
      } else {
        lines.add(header(line, number));
      }
    }
    byte[] body = in.readNBytes(wish.limits().body() + 1);
    into.delivery(one(wish, inbox, lines, body));
  }

  /** One without facts of its own. */
  static Claimed one(ImportWish wish, InboxName inbox, List<Header> lines, byte[] body) {
    var facts =
        new DeliveryFields(new JsonFields("line 1", JsonMapper.shared().createObjectNode()));
    var delivery =
        new Delivery(
            wish.receivedAt(), facts.headers(lines), facts.body(body, wish.limits().body()));
    return facts.claimed(delivery, inbox, 0);
  }

  private static Header header(String line, int number) {
    Matcher header = HEADER.matcher(line);
    if (!header.matches() || number > MOST_HEADERS) {
      String shown = line.substring(0, Math.min(line.length(), 40));
      throw new Unreadable(
          "line " + number,
          shown + " (expected: a header line such as Content-Type: application/json)",
          "For a body alone: --format body --header 'X-Hook-Signature: …'.");
    }
    return new Header(header.group(1), header.group(2));
  }

  /** Byte by byte, so that not one of the body is taken. */
  private static String line(InputStream in, int number) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new Unreadable(
            "line " + number, "the file ends here (expected: an empty line, then the body)");
      }
      if (line.length() >= LONGEST_LINE) {
        throw new Unreadable(
            "line " + number, "more than " + LONGEST_LINE + " bytes (expected: a shorter line)");
      }
      line.append((char) c);
    }
    int end = line.length() - 1;
    if (end >= 0 && line.charAt(end) == '\r') {
      line.setLength(end);
    }
    return line.toString();
  }

  /** A header line that somebody typed, such as {@code Content-Type: application/json}. */
  public static Optional<Header> typed(String line) {
    Matcher header = HEADER.matcher(line);
    return header.matches()
        ? Optional.of(new Header(header.group(1), header.group(2)))
        : Optional.empty();
  }
}

package webhookinspector.rest;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.subscriptions.Refused;

/**
 * Reads {@code multipart/form-data}, which clients use for attachments. Of a file only its name is
 * kept.
 */
final class Multipart {

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

  private Multipart() {}

  /** Its fields; a file's value is the file's name. */
  static ObjectNode read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw Refused.badRequest("Could not parse request data, invalid multipart");
    }
    ObjectNode input = Json.object();
    String text = new String(body, StandardCharsets.ISO_8859_1);
    for (String part : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
      int end = part.indexOf("\r\n\r\n");
      Matcher name = end < 0 ? null : NAME.matcher(part.substring(0, end));
      if (name != null && name.find()) {
        Matcher file = FILE.matcher(part.substring(0, end));
        String value = file.find() ? file.group(1) : content(part, end);
        input.put(name.group(1), utf8(value));
      }
    }
    return input;
  }

  private static String content(String part, int end) {
    String content = part.substring(end + 4);
    return content.endsWith("\r\n") ? content.substring(0, content.length() - 2) : content;
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}

package webhookinspector.cli;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import webhookinspector.delivery.Body;
import webhookinspector.inspection.Harmless;
import webhookinspector.inspection.JsonLayout;

/** A body laid out for reading, under a title that says that these are not the bytes that came. */
final class BodyText {

  /** Longer ones are cut; whoever wants them whole wants a file. */
  private static final int MOST_BYTES = 64 << 10;

  private static final int MOST_HEX_BYTES = 512;

  private BodyText() {}

  /**
   * @param position of the delivery, for the command that gives the bytes
   */
  static List<String> of(Body body, long position) {
    var lines = new ArrayList<String>();
    if (body.size() == 0) {
      return List.of("Body: empty");
    }
    String raw = "inspector show " + position + " --raw > FILE";
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(body.view()).toString();
      boolean json = JsonLayout.looksLikeJson(text);
      lines.add(
          json
              ? "Body, laid out for reading (the bytes that came: " + raw + ")"
              : "Body, controls made visible (the bytes that came: " + raw + ")");
      String shown = text.length() > MOST_BYTES ? text.substring(0, MOST_BYTES) : text;
      Harmless.lines(json ? JsonLayout.of(shown) : shown).lines().forEach(l -> lines.add("  " + l));
      if (shown.length() < text.length()) {
        lines.add("  … " + (text.length() - shown.length()) + " more characters");
      }
    } catch (CharacterCodingException e) {
      lines.add("Body, not UTF-8, in hex (the bytes that came: " + raw + ")");
      hex(body.toBytes(), lines);
    }
    return lines;
  }

  private static void hex(byte[] bytes, List<String> lines) {
    int most = Math.min(bytes.length, MOST_HEX_BYTES);
    for (int at = 0; at < most; at += 16) {
      int end = Math.min(most, at + 16);
      String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, at, end);
      lines.add(String.format(Locale.ROOT, "  %04x  %s", at, hex));
    }
    if (most < bytes.length) {
      lines.add("  … " + (bytes.length - most) + " more bytes");
    }
  }
}

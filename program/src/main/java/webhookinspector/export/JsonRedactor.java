package webhookinspector.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Gives everything in a JSON text that may name somebody or something a pseudonym, and leaves every
 * other byte as it came: blanks, order, doubled keys and digits in numbers are what one looks for
 * when a signature does not match. Only what is known to be harmless stays; see {@link Harmful}.
 * Costs time in proportion to the text, and neither depth nor length can break it.
 */
final class JsonRedactor {

  private static final int DEEPEST = 1_000;
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private enum Want {
    VALUE,
    VALUE_OR_CLOSE,
    KEY,
    KEY_OR_CLOSE,
    COLON,
    COMMA_OR_CLOSE,
    NOTHING
  }

  /** Whether it is an object, and the key that it is the value of. */
  private record Level(boolean object, String key) {}

  private final Harmful harmful;
  private final byte[] json;
  private final ByteArrayOutputStream out;
  private final Deque<Level> levels = new ArrayDeque<>();
  private int at;
  private String key = "";
  private Want want = Want.VALUE;

  private JsonRedactor(byte[] json, Harmful harmful) {
    this.json = json;
    this.harmful = harmful;
    this.out = new ByteArrayOutputStream(json.length + 64);
  }

  /** Empty if it is no JSON, and so could hold anything anywhere. */
  static Optional<byte[]> of(byte[] json, Harmful harmful) {
    var redactor = new JsonRedactor(json, harmful);
    return redactor.all() ? Optional.of(redactor.out.toByteArray()) : Optional.empty();
  }

  private boolean all() {
    if (json.length >= 3 && json[0] == BOM[0] && json[1] == BOM[1] && json[2] == BOM[2]) {
      copy(3);
    }
    while (skipBlanks()) {
      if (!token(json[at])) {
        return false;
      }
    }
    return want == Want.NOTHING;
  }

  private boolean skipBlanks() {
    while (at < json.length && " \t\r\n".indexOf(json[at]) >= 0) {
      copy(1);
    }
    return at < json.length;
  }

  private void copy(int bytes) {
    out.write(json, at, bytes);
    at += bytes;
  }

  private boolean token(byte c) {
    return switch (c) {
      case '{' -> open(true);
      case '[' -> open(false);
      case '}' -> close(true);
      case ']' -> close(false);
      case ',' -> comma();
      case ':' -> swap(Want.COLON, Want.VALUE);
      case '"' -> string();
      default -> wantsValue() && (literal() || number());
    };
  }

  private boolean wantsValue() {
    return want == Want.VALUE || want == Want.VALUE_OR_CLOSE;
  }

  private boolean open(boolean object) {
    if (!wantsValue() || levels.size() >= DEEPEST) {
      return false;
    }
    levels.push(new Level(object, key));
    want = object ? Want.KEY_OR_CLOSE : Want.VALUE_OR_CLOSE;
    copy(1);
    return true;
  }

  private boolean close(boolean object) {
    Level level = levels.peek();
    boolean closes =
        want == Want.COMMA_OR_CLOSE || want == Want.KEY_OR_CLOSE || want == Want.VALUE_OR_CLOSE;
    if (level == null || level.object() != object || !closes) {
      return false;
    }
    levels.pop();
    copy(1);
    valueEnds();
    return true;
  }

  private void valueEnds() {
    want = levels.isEmpty() ? Want.NOTHING : Want.COMMA_OR_CLOSE;
    key = levels.isEmpty() ? "" : levels.element().key();
  }

  private boolean comma() {
    Level level = levels.peek();
    return level != null && swap(Want.COMMA_OR_CLOSE, level.object() ? Want.KEY : Want.VALUE);
  }

  private boolean swap(Want wanted, Want next) {
    if (want != wanted) {
      return false;
    }
    want = next;
    copy(1);
    return true;
  }

  private boolean string() {
    int end = endOfString();
    if (end < 0) {
      return false;
    }
    Optional<String> text = JsonString.decode(json, at + 1, end - 1);
    boolean isKey = want == Want.KEY || want == Want.KEY_OR_CLOSE;
    if (text.isEmpty() || !(isKey || wantsValue())) {
      return false;
    }
    String other = isKey ? harmful.key(text.get()) : harmful.value(key, text.get());
    if (other.equals(text.get())) {
      copy(end - at);
    } else {
      ascii('"' + other + '"');
      at = end;
    }
    if (isKey) {
      key = text.get();
      want = Want.COLON;
    } else {
      valueEnds();
    }
    return true;
  }

  /** Behind the closing quote. */
  private int endOfString() {
    for (int i = at + 1; i < json.length; i++) {
      if (json[i] == '\\') {
        i++;
      } else if (json[i] == '"') {
        return i + 1;
      }
    }
    return -1;
  }

  private boolean literal() {
    for (String word : new String[] {"true", "false", "null"}) {
      if (startsWith(word)) {
        copy(word.length());
        valueEnds();
        return true;
      }
    }
    return false;
  }

  private boolean startsWith(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= json.length || json[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean number() {
    if (json[at] == '-') {
      copy(1);
    }
    int whole = digitsFrom(at);
    if (whole == 0 || (whole > 1 && json[at] == '0')) {
      return false;
    }
    otherDigits(whole);
    if (isAt('.')) {
      copy(1);
      int fraction = digitsFrom(at);
      if (fraction == 0) {
        return false;
      }
      otherDigits(fraction);
    }
    return exponent();
  }

  private boolean exponent() {
    if (isAt('e') || isAt('E')) {
      copy(1);
      if (isAt('+') || isAt('-')) {
        copy(1);
      }
      int digits = digitsFrom(at);
      if (digits == 0) {
        return false;
      }
      copy(digits);
    }
    valueEnds();
    return true;
  }

  private boolean isAt(char c) {
    return at < json.length && json[at] == c;
  }

  private int digitsFrom(int start) {
    int end = start;
    while (end < json.length && json[end] >= '0' && json[end] <= '9') {
      end++;
    }
    return end - start;
  }

  private void otherDigits(int count) {
    ascii(harmful.digits(new String(json, at, count, StandardCharsets.US_ASCII)));
    at += count;
  }

  private void ascii(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}

package webhookinspector.export;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What in a body may name somebody or something, and what stands in its place. Known to be harmless
 * is what Asana's API description calls by these keys; everything else is not.
 */
record Harmful(Pseudonyms pseudonyms) {

  private static final Set<String> KEYS =
      Set.of(
          "events",
          "data",
          "sync",
          "has_more",
          "errors",
          "message",
          "user",
          "created_by",
          "resource",
          "parent",
          "gid",
          "id",
          "resource_type",
          "resource_subtype",
          "name",
          "text",
          "html_text",
          "notes",
          "html_notes",
          "email",
          "permalink_url",
          "type",
          "action",
          "created_at",
          "modified_at",
          "completed_at",
          "due_at",
          "due_on",
          "start_at",
          "start_on",
          "change",
          "field",
          "new_value",
          "added_value",
          "removed_value");

  /** Their values are words of Asana's API, as long as they look like one. */
  private static final Set<String> WORDED =
      Set.of("action", "resource_type", "resource_subtype", "field", "type");

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,60}");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{5,18}(Z|[+-][0-9]{2}:?[0-9]{2})?)?");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://\\S*");

  /** So few tell nothing apart. */
  private static final int FEW_DIGITS = 2;

  String key(String key) {
    return KEYS.contains(key) ? key : pseudonyms.text(key);
  }

  /**
   * @param key of what it is the value of, or of the list that it stands in
   */
  String value(String key, String text) {
    if (text.isEmpty() || (WORDED.contains(key) && WORD.matcher(text).matches())) {
      return text;
    }
    boolean time = key.endsWith("_at") || key.endsWith("_on");
    if (time && TIME.matcher(text).matches()) {
      return text;
    }
    if (DIGITS.matcher(text).matches()) {
      return digits(text);
    }
    if (ADDRESS.matcher(text).matches()) {
      return pseudonyms.address(text);
    }
    return MAIL.matcher(text).matches() ? pseudonyms.mail(text) : pseudonyms.text(text);
  }

  String digits(String digits) {
    return digits.length() <= FEW_DIGITS ? digits : pseudonyms.digits(digits);
  }
}

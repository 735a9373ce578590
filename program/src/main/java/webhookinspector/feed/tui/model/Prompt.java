package webhookinspector.feed.tui.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question at the foot of the screen, and the line in which it is answered. */
public final class Prompt {

  /** What the answer is for. */
  interface Purpose {

    /** It was typed in. */
    void entered(Model model, String text);

    /** A letter more or less. */
    default void changed(Model model, String text) {}

    /** Given up. */
    default void givenUp(Model model) {}

    /** What the word in front of the caret may become, best first. */
    default List<String> completions(String word) {
      return List.of();
    }
  }

  /**
   * Why the text is no answer.
   *
   * @param position of the first character that is off, from 1; 0 when it is about the whole
   */
  public record Problem(int position, String message) {}

  private final String label;
  private final String hint;
  private final InputLine line;
  private final Purpose purpose;
  private final List<String> recent;
  private int at;
  private @Nullable Problem problem;
  private String count = "";

  /**
   * @param recent answers of before, the latest first
   */
  Prompt(String label, String hint, String text, List<String> recent, Purpose purpose) {
    this.label = label;
    this.hint = hint;
    this.line = new InputLine(text);
    this.recent = List.copyOf(recent);
    this.purpose = purpose;
    this.at = -1;
  }

  public String label() {
    return label;
  }

  public InputLine line() {
    return line;
  }

  public @Nullable Problem problem() {
    return problem;
  }

  /** What stands beneath while nothing is wrong. */
  public String hint() {
    List<String> words = completions();
    if (!words.isEmpty()) {
      return "Tab: " + String.join("  ", words);
    }
    return count.isEmpty() ? hint : count + hint;
  }

  void problem(@Nullable Problem what) {
    problem = what;
  }

  /** What the answer would find. */
  void count(String text) {
    count = text;
  }

  void input(Model model, Input input) {
    switch (input) {
      case Input.Paste(String text) -> {
        line.insert(text);
        changed(model);
      }
      case Input.Key(String key) -> press(model, key);
    }
  }

  private void press(Model model, String key) {
    switch (key) {
      case "Enter" -> {
        if (problem == null) {
          model.prompt(null);
          purpose.entered(model, line.text().strip());
        }
      }
      case "Esc", "Ctrl+C" -> {
        model.prompt(null);
        purpose.givenUp(model);
      }
      case "Up" -> recall(model, at + 1);
      case "Down" -> recall(model, at - 1);
      case "Tab" -> complete(model);
      default -> {
        String before = line.text();
        line.press(key);
        if (!line.text().equals(before)) {
          at = -1;
          changed(model);
        }
      }
    }
  }

  private void recall(Model model, int index) {
    if (index >= 0 && index < recent.size()) {
      at = index;
      line.set(recent.get(index));
      changed(model);
    }
  }

  private void complete(Model model) {
    List<String> words = completions();
    if (!words.isEmpty()) {
      int caret = line.caret();
      line.set(line.text().substring(0, caret - word().length()) + words.getFirst() + rest());
      changed(model);
    }
  }

  private String rest() {
    return line.text().substring(line.caret());
  }

  private List<String> completions() {
    String word = word();
    return word.isEmpty() && !line.text().isEmpty() ? List.of() : purpose.completions(word);
  }

  private String word() {
    String front = line.text().substring(0, line.caret());
    return front.substring(front.lastIndexOf(' ') + 1);
  }

  private void changed(Model model) {
    problem = null;
    purpose.changed(model, line.text().strip());
  }
}

package webhookinspector.command;

import java.util.ArrayList;
import java.util.List;

/**
 * A command's words, split at blanks as people expect it: quotes hold a word together, a backslash
 * takes the next character as it is. No shell looks at them, so nothing in them is expanded;
 * whoever wants a shell names one.
 */
public record Argv(List<String> words) {

  public Argv {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException(
          "exec: empty (expected: a command)\nSuch as --exec 'sh -c \"cat >> events.jsonl\"'.");
    }
  }

  /**
   * Splits a command.
   *
   * @throws IllegalArgumentException if there is none, or a quote has no end
   */
  public static Argv parse(String command) {
    return new Argv(new Splitting(command).words());
  }

  private static final class Splitting {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    Splitting(String text) {
      this.text = text;
    }

    List<String> words() {
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (Character.isWhitespace(c)) {
          endWord();
        } else {
          inWord = true;
          take(c);
        }
      }
      endWord();
      return words;
    }

    private void take(char c) {
      if (c == '\'' || c == '"') {
        quoted(c);
      } else if (c == '\\' && at < text.length()) {
        word.append(text.charAt(at++));
      } else {
        word.append(c);
      }
    }

    private void quoted(char quote) {
      int start = at;
      while (at < text.length() && text.charAt(at) != quote) {
        if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        word.append(text.charAt(at++));
      }
      if (at == text.length()) {
        throw new IllegalArgumentException(
            "exec: the quote at character "
                + start
                + " has no end (expected: another "
                + quote
                + ")");
      }
      at++;
    }

    private void endWord() {
      if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }
  }
}

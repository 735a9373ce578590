package webhookinspector.feed.tui.layout;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.terminal.Columns;
import webhookinspector.feed.terminal.Ink;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;
import webhookinspector.inspection.Harmless;

/** Text of any length, set in lines of one width. Everything written on it is made harmless. */
final class Paper {

  private static final int LABEL = 21;
  private static final int STEP = 3;

  private final int width;
  private final Ink ink;
  private final List<Strip> lines = new ArrayList<>();

  Paper(int width, Ink ink) {
    this.width = width;
    this.ink = ink;
  }

  int width() {
    return width;
  }

  Paper blank() {
    if (!lines.isEmpty()) {
      lines.add(Strip.BLANK);
    }
    return this;
  }

  Paper title(String text) {
    return blank().text(Style.PLAIN.bold(), text);
  }

  Paper text(String text) {
    return text(Style.PLAIN, text);
  }

  /** Broken at blanks, and where the text has lines of its own. */
  Paper text(Style style, String text) {
    return text(style, text, 0);
  }

  /** Set in by so many columns. */
  Paper text(Style style, String text, int indent) {
    for (String line : text.split("\n", -1)) {
      for (String part : Columns.wrap(harmless(line), Math.max(10, width - indent))) {
        lines.add(pen().to(indent).put(style, part).strip());
      }
    }
    return this;
  }

  /** Behind a number. */
  Paper step(String number, String text) {
    String label = number;
    for (String part : Columns.wrap(harmless(text), Math.max(10, width - STEP))) {
      lines.add(pen().put(Style.FAINT, label).to(STEP).put(part).strip());
      label = "";
    }
    return this;
  }

  /** Broken wherever a line is full, as bytes are. */
  Paper exactly(String text) {
    for (String line : text.split("\n", -1)) {
      for (String part : Columns.chop(harmless(line), width)) {
        lines.add(pen().put(part).strip());
      }
    }
    return this;
  }

  /** What something is called, and what it is. */
  Paper fact(String label, String text) {
    return fact(label, Style.PLAIN, text);
  }

  Paper fact(String label, Style style, String text) {
    int indent = Math.min(LABEL, width / 2);
    String left = label;
    for (String part : Columns.wrap(harmless(text), Math.max(10, width - indent))) {
      Pen pen = pen().put(Style.FAINT, left, indent - 1);
      lines.add(pen.to(indent).put(style, part).strip());
      left = "";
    }
    return this;
  }

  Paper add(Strip strip) {
    lines.add(strip);
    return this;
  }

  Pen pen() {
    return new Pen(width, ink);
  }

  Style tone(Tone tone) {
    return Style.of(tone);
  }

  String sign(String unicode, String twin) {
    return ink.sign(unicode, twin);
  }

  /** Its own lines first, because what is made visible is longer than what it was. */
  private String harmless(String line) {
    return ink.ascii() ? ink.foreign(line) : Harmless.text(line);
  }

  List<Strip> lines() {
    return lines;
  }
}

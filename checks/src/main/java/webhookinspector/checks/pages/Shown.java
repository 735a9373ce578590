package webhookinspector.checks.pages;

/**
 * One command as a page shows it.
 *
 * @param page such as {@code docs/api.md}
 * @param line where it begins, from 1
 * @param text as it stands there, comment included; several lines where it goes on
 */
record Shown(String page, int line, String text) {

  @Override
  public String toString() {
    return page + ":" + line + ": " + text;
  }
}

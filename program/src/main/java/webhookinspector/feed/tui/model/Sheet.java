package webhookinspector.feed.tui.model;

/** Something that is laid over the list until it is closed. */
public enum Sheet {
  KEYS("Keys"),
  PLACES("Where things are"),
  ALERTS("Alerts"),
  WEBHOOKS("Webhooks"),
  NUMBERS("Numbers"),
  DIFFERENCE("Difference"),
  TIMELINE("Timeline");

  private final String title;

  Sheet(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

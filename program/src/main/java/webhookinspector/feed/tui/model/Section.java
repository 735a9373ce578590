package webhookinspector.feed.tui.model;

import java.util.List;

/** A part of what there is to know about one delivery, named as on the page. */
public enum Section {
  EXPLAIN("Explain"),
  EVENTS("Events"),
  BODY("Body"),
  HEADERS("Headers"),
  SIGNATURE("Signature"),
  ATTEMPTS("Attempts"),
  CODE("As code");

  private final String title;

  Section(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  Section by(int steps) {
    List<Section> all = List.of(values());
    return all.get(Math.floorMod(all.indexOf(this) + steps, all.size()));
  }
}

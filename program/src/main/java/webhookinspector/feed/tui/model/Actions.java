package webhookinspector.feed.tui.model;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.DeliveryLine;

/** What keys do with the selected delivery. */
final class Actions {

  /** What should be looked at, in the filter language. */
  private static final String REJECTED =
      "(verdict=forged or verdict=unsigned or verdict=nosecret or verdict=refused)";

  /** Terminals take no more from a program (about 74,994 bytes of base64 in xterm). */
  private static final int MOST_COPIED = 50_000;

  private Actions() {}

  private interface Act {
    void with(DeliveryLine line);
  }

  private static void withSelected(Model model, Act act) {
    DeliveryLine line = model.selected();
    if (line != null) {
      act.with(line);
    }
  }

  static void open(Model model) {
    withSelected(model, line -> model.openDetails(true));
  }

  static void section(Model model, Section section) {
    withSelected(
        model,
        line -> {
          model.details().show(section);
          model.openDetails(false);
        });
  }

  static void rejected(Model model, boolean newer) {
    DeliveryLine line = model.selected();
    if (line == null) {
      return;
    }
    String filter = model.listing().filter();
    model.ask(
        host -> host.next(filter, REJECTED, line.position(), newer),
        place ->
            place.ifPresentOrElse(
                index -> model.viewport().moveTo(Math.toIntExact(index)),
                () ->
                    model.notice(
                        Notice.plain(
                            "none was rejected "
                                + (newer ? "after" : "before")
                                + " #"
                                + line.position()))));
  }

  static void replay(Model model) {
    withSelected(model, line -> model.sending().one(model, line));
  }

  static void mark(Model model) {
    withSelected(
        model,
        line -> {
          model.marks().toggle(line);
          model.viewport().move(1);
        });
  }

  static void pin(Model model) {
    withSelected(
        model,
        line ->
            model.ask(
                host -> host.pin(line.id(), !line.pinned()),
                now -> {
                  model.listing().replace(now);
                  model.details().refresh(model);
                  String what = now.pinned() ? " is pinned: it is kept" : " is not pinned any more";
                  model.notice(Notice.good("#" + now.position() + what));
                }));
  }

  static void compare(Model model) {
    List<String> marked = model.marks().ids();
    if (marked.size() == 2) {
      model.sheets().compare(model, marked.getFirst(), marked.getLast());
    } else if (marked.isEmpty()) {
      withSelected(model, line -> model.sheets().compare(model, "previous", line.id()));
    } else {
      String many = marked.size() == 1 ? "only one is" : marked.size() + " are";
      model.notice(Notice.plain(many + " marked; mark two with m, or none to compare with before"));
    }
  }

  static void timeline(Model model) {
    withResource(model, gid -> model.sheets().tell(model, gid));
  }

  static void sameResource(Model model) {
    withResource(model, gid -> model.filter("resource=" + gid));
  }

  private static void withResource(Model model, Consumer<String> act) {
    withSelected(
        model,
        line -> {
          @Nullable String gid =
              line.events().isEmpty() ? null : line.events().getFirst().subject().gid();
          if (gid == null) {
            model.notice(Notice.plain("#" + line.position() + " is about no resource"));
          } else {
            act.accept(gid);
          }
        });
  }

  static void copyId(Model model) {
    withSelected(model, line -> copy(model, line.id(), "id of #" + line.position()));
  }

  static void copyCurl(Model model) {
    withSelected(
        model,
        line -> {
          section(model, Section.CODE);
          model.ask(
              host -> CodeForm.CURL.of(host.delivery(line.id())),
              text -> copy(model, text, "#" + line.position() + " as curl"));
        });
  }

  private static void copy(Model model, String text, String what) {
    if (text.length() > MOST_COPIED) {
      model.notice(Notice.warn(what + " is too long for a terminal's clipboard"));
    } else {
      model.errand(new Errand.Copy(text));
      model.notice(Notice.good("copied: " + what + " (where the terminal allows it)"));
    }
  }
}

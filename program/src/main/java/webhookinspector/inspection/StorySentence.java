package webhookinspector.inspection;

import webhookinspector.event.Event;
import webhookinspector.event.Ref;

/** Stories are comments and the activity log beneath a task: a person thinks of the task first. */
final class StorySentence {

  private StorySentence() {}

  static String of(Event event, String who, Mention mention) {
    Ref parent = event.parent();
    String on = parent == null ? "" : mention.of(parent);
    String subtype = event.resource().subtype().orElse("");
    return subtype.isEmpty() || subtype.startsWith("comment")
        ? comment(event, who, on.isEmpty() ? "" : " on " + on)
        : entry(event, who, Phrases.story(subtype), on);
  }

  private static String comment(Event event, String who, String on) {
    String what = event.resource().subtype().isEmpty() ? "story" : "comment";
    return switch (event.action()) {
      case "added" ->
          what.equals("comment") ? who + " commented" + on : who + " added a story" + on;
      case "changed" -> who + " edited a " + what + on;
      case "removed" -> who + " removed a " + what + on;
      case "deleted" -> who + " deleted a " + what + on;
      case "undeleted" -> who + " restored a " + what + on;
      default -> who + " did “" + Phrases.spelt(event.action()) + "” to a " + what + on;
    };
  }

  /** {@code Log of task …0555: marked complete, by Ann}. */
  private static String entry(Event event, String who, String phrase, String on) {
    String log = on.isEmpty() ? "Log: " : "Log of " + on + ": ";
    String by = ", by " + who;
    return switch (event.action()) {
      case "added" -> log + phrase + by;
      case "changed" -> log + "entry “" + phrase + "” edited" + by;
      case "removed", "deleted" -> log + "entry “" + phrase + "” removed" + by;
      case "undeleted" -> log + "entry “" + phrase + "” restored" + by;
      default -> log + "“" + Phrases.spelt(event.action()) + "” happened to “" + phrase + "”" + by;
    };
  }
}

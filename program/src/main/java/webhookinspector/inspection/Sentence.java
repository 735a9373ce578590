package webhookinspector.inspection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Change;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;

/**
 * What happened, in one sentence a person understands. Says no more than the event does: a body
 * tells that {@code completed} changed, not to what, so only a story of the same body can tell
 * whether a task was completed or reopened.
 */
public final class Sentence {

  private final Mention mention;
  private final Set<String> completed;
  private final Set<String> reopened;

  private Sentence(List<Event> body, Names names) {
    this.mention = new Mention(names);
    this.completed = tasksWithStory("marked_complete", body);
    this.reopened = tasksWithStory("marked_incomplete", body);
  }

  private static Set<String> tasksWithStory(String story, List<Event> body) {
    return body.stream()
        .filter(event -> event.resource().subtype().equals(Optional.of(story)))
        .flatMap(event -> Stream.ofNullable(event.parent()))
        .map(Ref::gid)
        .collect(Collectors.toSet());
  }

  /** The sentence for an event that stands alone. */
  public static String of(Event event, Names names) {
    return new Sentence(List.of(event), names).about(event);
  }

  /** A sentence for each event of a body, which explain one another. */
  public static List<String> of(List<Event> body, Names names) {
    Sentence sentence = new Sentence(body, names);
    return body.stream().map(sentence::about).toList();
  }

  private String about(Event event) {
    String who = mention.actor(event.user());
    String text =
        "story".equals(event.resource().resourceType())
            ? StorySentence.of(event, who, mention)
            : byAction(event, who);
    return text.startsWith("user ") ? "U" + text.substring(1) : text;
  }

  private String byAction(Event event, String who) {
    String what = mention.of(event.resource());
    return switch (event.action()) {
      case "added" -> added(event, who, what);
      case "removed" -> who + " removed " + what + behind(" from ", event.parent());
      case "deleted" -> who + " deleted " + what;
      case "undeleted" -> who + " restored " + what;
      case "changed" -> changed(event, who, what);
      case "" -> "Something happened to " + what;
      default -> who + " did “" + Phrases.spelt(event.action()) + "” to " + what;
    };
  }

  private String added(Event event, String who, String what) {
    Ref parent = event.parent();
    if (parent == null) {
      return who + " created " + what;
    }
    boolean isSubtask =
        "task".equals(event.resource().resourceType()) && "task".equals(parent.resourceType());
    return who
        + " added "
        + (isSubtask ? mention.of("subtask", event.resource()) : what)
        + behind(" to ", parent);
  }

  private String behind(String word, @Nullable Ref parent) {
    return parent == null ? "" : word + mention.of(parent);
  }

  private String changed(Event event, String who, String what) {
    Change change = event.change();
    if (change == null || change.field().isBlank()) {
      return who + " changed " + what;
    }
    return switch (change.action()) {
      case "added" -> who + " added " + listed(change.addedValue(), change, " to ") + " of " + what;
      case "removed" ->
          who + " removed " + listed(change.removedValue(), change, " from ") + " of " + what;
      default -> set(event.resource(), change, who, what);
    };
  }

  /** {@code Ben to the followers}, or {@code something to the tags} when the value is not told. */
  private String listed(@Nullable Ref value, Change change, String word) {
    String what = value == null ? "something" : mention.value(value);
    return what + word + "the " + Phrases.field(change.field());
  }

  private String set(Ref resource, Change change, String who, String what) {
    Ref value = change.newValue();
    return switch (change.field()) {
      case "name" -> who + " renamed " + what;
      case "completed" -> who + " " + completion(resource) + " " + what;
      case "assignee" ->
          value == null
              ? who + " unassigned " + what
              : who + " assigned " + what + " to " + mention.value(value);
      case "custom_fields", "custom_field" ->
          value == null
              ? who + " changed a custom field of " + what
              : who + " changed " + mention.of("custom field", value) + " of " + what;
      default ->
          value == null
              ? who + " changed the " + Phrases.field(change.field()) + " of " + what
              : who
                  + " set the "
                  + Phrases.field(change.field())
                  + " of "
                  + what
                  + " to "
                  + mention.value(value);
    };
  }

  private String completion(Ref task) {
    boolean done = completed.contains(task.gid());
    boolean undone = reopened.contains(task.gid());
    return done == undone ? "completed or reopened" : done ? "completed" : "reopened";
  }
}

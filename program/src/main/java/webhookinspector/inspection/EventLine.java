package webhookinspector.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;

/**
 * An event as lists, live views and the API show it: the component names are the JSON names.
 *
 * @param field {@code change.field}, or null
 * @param createdAt when it happened, by Asana's clock, or null where the body did not tell
 * @param sentence what happened, for a person; raw text of Asana's, so make it harmless before a
 *     terminal sees it
 * @param fingerprint see {@link Fingerprint}, or null where the body did not tell when it happened
 * @param alsoPolled id of the page of the events stream that told the same change, or null; known
 *     once the history has it
 * @param echoOf id of the first delivery that told the same change, in another body or to another
 *     inbox; null when this is the first, or as long as the history has not said so
 */
public record EventLine(
    String action,
    Ref resource,
    @Nullable Ref parent,
    @Nullable Ref user,
    @Nullable String field,
    @Nullable Instant createdAt,
    String sentence,
    @Nullable String fingerprint,
    @Nullable String alsoPolled,
    @Nullable String echoOf) {

  /** An event of which nobody knows yet whether another delivery told it before. */
  public EventLine(
      String action,
      Ref resource,
      @Nullable Ref parent,
      @Nullable Ref user,
      @Nullable String field,
      @Nullable Instant createdAt,
      String sentence,
      @Nullable String fingerprint,
      @Nullable String alsoPolled) {
    this(action, resource, parent, user, field, createdAt, sentence, fingerprint, alsoPolled, null);
  }

  /** An event of which nobody knows yet whether the stream told it, too. */
  public EventLine(
      String action,
      Ref resource,
      @Nullable Ref parent,
      @Nullable Ref user,
      @Nullable String field,
      @Nullable Instant createdAt,
      String sentence) {
    this(action, resource, parent, user, field, createdAt, sentence, null, null);
  }

  /** The same event once the stream has told it, too. */
  public EventLine polledIn(String page) {
    return new EventLine(
        action, resource, parent, user, field, createdAt, sentence, fingerprint, page, echoOf);
  }

  /** The same event once it is known that another delivery told it before. */
  public EventLine echoing(String first) {
    return new EventLine(
        action, resource, parent, user, field, createdAt, sentence, fingerprint, alsoPolled, first);
  }

  /** What a person would say it is about: of a story, which is told beneath a task, the task. */
  public Ref subject() {
    return parent != null && resource.type().filter("story"::equals).isPresent()
        ? parent
        : resource;
  }
}

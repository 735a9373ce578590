package webhookinspector.history;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/**
 * The fields of the filter language: the one list for parser, help, completion and errors. {@code
 * since} and {@code before} are times and stand beside it, in {@link FilterTime}.
 */
public enum FilterField {
  ACTION(true, "what happened", String.join(" ", Event.ACTIONS)),
  TYPE(true, "type of what changed", "task story project section"),
  SUBTYPE(true, "subtype of what changed", "default_task comment_added"),
  FIELD(true, "which field changed", "completed name due_on assignee"),
  RESOURCE(true, "gid of what changed", ""),
  PARENT(true, "gid of the container it was added to or removed from", ""),
  USER(true, "gid of who did it; none: Asana itself", ""),
  VERDICT(
      false,
      "whether it can be believed",
      "authentic forged unsigned nosecret accepted pending refused"),
  KIND(false, "what it is", "handshake events heartbeat junk"),
  SOURCE(false, "how it reached us", "webhook stream replay import simulator"),
  ECHO(true, "whether another delivery told the same change before", "yes no"),
  REPEAT(false, "whether the same body came before", "yes no"),
  PINNED(false, "whether somebody pinned it", "yes no"),
  ANSWER(false, "the HTTP status we gave", "200 401 503"),
  INBOX(false, "name of the inbox it came to", ""),
  WEBHOOK(false, "gid of the webhook that targets the inbox", ""),
  ID(false, "id of the delivery, or the start of one", "");

  /** As a value: the field is absent. */
  public static final String NONE = "none";

  private final boolean ofEvent;
  private final String doc;

  /** With blanks between them, for an enum holds nothing that can change. */
  private final String choices;

  FilterField(boolean ofEvent, String doc, String choices) {
    this.ofEvent = ofEvent;
    this.doc = doc;
    this.choices = choices;
  }

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A few words for help. */
  public String doc() {
    return doc;
  }

  /** Whether it belongs to an event; otherwise to the delivery. */
  public boolean ofEvent() {
    return ofEvent;
  }

  /** Values to offer; all there are where {@link #isClosed}. */
  public List<String> choices() {
    return choices.isEmpty() ? List.of() : List.of(choices.split(" "));
  }

  /** Whether there are no values but {@link #choices}: Asana may invent actions, but not kinds. */
  public boolean isClosed() {
    return switch (this) {
      case VERDICT, KIND, SOURCE, REPEAT, PINNED -> true;
      default -> false;
    };
  }

  /** The field of that name, whatever its case. */
  public static Optional<FilterField> of(String word) {
    return Stream.of(values()).filter(field -> field.word().equalsIgnoreCase(word)).findFirst();
  }

  /**
   * Its value in one event of a delivery.
   *
   * @param event null in a delivery without events; then every field of an event is absent
   * @return null when absent
   */
  public @Nullable String valueIn(DeliveryLine line, @Nullable EventLine event) {
    String value = ofEvent ? (event == null ? null : ofEvent(event)) : ofDelivery(line);
    return value == null || value.isEmpty() ? null : Folded.wellFormed(Folded.cut(value));
  }

  private @Nullable String ofEvent(EventLine event) {
    return switch (this) {
      case ACTION -> event.action();
      case TYPE -> event.resource().resourceType();
      case SUBTYPE -> event.resource().resourceSubtype();
      case FIELD -> event.field();
      case RESOURCE -> event.resource().gid();
      case PARENT -> gid(event.parent());
      case USER -> gid(event.user());
      case ECHO -> event.echoOf() == null ? "no" : "yes";
      default -> throw new AssertionError(this);
    };
  }

  private String ofDelivery(DeliveryLine line) {
    return switch (this) {
      case VERDICT -> line.verdict();
      case KIND -> line.kind();
      case SOURCE -> line.source();
      case REPEAT -> line.repeatOf() == null ? "no" : "yes";
      case PINNED -> line.pinned() ? "yes" : "no";
      case ANSWER -> Integer.toString(line.answer());
      case INBOX -> line.inbox();
      case WEBHOOK -> line.webhook() == null ? "" : line.webhook();
      case ID -> line.id();
      default -> throw new AssertionError(this);
    };
  }

  private static @Nullable String gid(@Nullable Ref ref) {
    return ref == null ? null : ref.gid();
  }
}

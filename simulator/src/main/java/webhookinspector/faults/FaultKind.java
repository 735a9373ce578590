package webhookinspector.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ways in which the local Asana can misbehave. */
public enum FaultKind {
  LOST(Stage.DELIVERY, "is never sent, and Asana believes it arrived"),
  UNREACHABLE(Stage.DELIVERY, "finds nobody at the target: it fails and is tried again"),
  DOUBLED(Stage.DELIVERY, "is sent twice, at once"),
  REPEATED(Stage.DELIVERY, "arrives, but its answer is lost on the way: it is tried again"),
  REORDERED(Stage.DELIVERY, "is held back until the next one to that webhook has been sent"),
  LATE(Stage.DELIVERY, "is sent so much later, while others pass it", Duration.ofMinutes(5)),
  REPLAYED(Stage.DELIVERY, "is sent again so much later by a stranger", Duration.ofHours(1)),
  FORGED(Stage.DELIVERY, "is followed by a stranger's own, signed with the wrong secret"),
  REWRITTEN(Stage.DELIVERY, "is written anew by a proxy: the same JSON in other bytes"),
  WRONG_SIGNATURE(Stage.DELIVERY, "is signed with another secret"),
  NO_SIGNATURE(Stage.DELIVERY, "has no signature"),
  OLD_SIGNATURE(Stage.DELIVERY, "has the signature of the delivery before"),
  UPPER_CASE_SIGNATURE(Stage.DELIVERY, "has its signature in upper case"),
  TRUNCATED_SIGNATURE(Stage.DELIVERY, "has half of its signature"),
  SLOW_DRIP(Stage.DELIVERY, "comes in small pieces, over a real second"),
  CUT(Stage.DELIVERY, "ends in the middle: the connection is cut"),
  AFTER_DELETE(
      Stage.DELETION,
      "the last delivery comes once more, so much after the webhook is gone",
      Duration.ofSeconds(5)),
  STRANGER_BEFORE(Stage.HANDSHAKE, "a stranger offers a secret just before Asana does"),
  STRANGER_DURING(
      Stage.HANDSHAKE, "a stranger offers a secret after Asana has, while the create call is open"),
  STRANGER_AFTER(
      Stage.HANDSHAKE,
      "a stranger offers a secret so much after the handshake",
      Duration.ofMinutes(1)),
  SPLIT(Stage.BATCH, "a batch holds at most so many events", Duration.ZERO, 1),
  MERGED(
      Stage.BATCH,
      "a batch waits so long for more events, and holds so many",
      Duration.ofMinutes(1),
      1_000),
  HUGE(Stage.BATCH, "the same, far beyond what is usual", Duration.ofMinutes(10), 10_000),
  RATE_LIMITED(
      Stage.CALL,
      "is answered 429, with Retry-After unless the time is zero",
      Duration.ofSeconds(30)),
  SERVER_ERROR(Stage.CALL, "is answered with this status and has no effect", Duration.ZERO, 500),
  SLOW_ANSWER(
      Stage.CALL,
      "has its effect, and is answered so much later in real time",
      Duration.ofSeconds(30)),
  LOST_ANSWER(Stage.CALL, "has its effect, but the connection is cut before the answer"),
  GARBAGE(Stage.CALL, "has its effect, and the answer is a page of HTML"),
  STREAM_EXPIRES(Stage.STREAM, "the token is not accepted: 412, and what lay between is lost"),
  STREAM_OMITS(Stage.STREAM, "the first of each so many events is left out", Duration.ZERO, 2),
  CLOCK_JUMP(
      Stage.CLOCK,
      "Asana's clock jumps ahead; what fell due meanwhile happens at once",
      Duration.ofHours(1));

  /** Where it strikes, which says what a fault may be limited to. */
  public enum Stage {
    DELIVERY("deliveries"),
    DELETION("any"),
    HANDSHAKE("handshake"),
    BATCH("any"),
    CALL("any"),
    STREAM("any"),
    CLOCK("any");

    private final String all;

    Stage(String all) {
      this.all = all;
    }

    /** What it is {@code on} unless told. */
    public String all() {
      return all;
    }
  }

  private final Stage stage;
  private final String effect;
  private final Duration by;
  private final int amount;

  FaultKind(Stage stage, String effect) {
    this(stage, effect, Duration.ZERO);
  }

  FaultKind(Stage stage, String effect, Duration by) {
    this(stage, effect, by, 0);
  }

  FaultKind(Stage stage, String effect, Duration by, int amount) {
    this.stage = stage;
    this.effect = effect;
    this.by = by;
    this.amount = amount;
  }

  /** As people type it, such as {@code slow-drip}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Stage stage() {
    return stage;
  }

  /** What becomes of a delivery or a call, for a table. */
  public String effect() {
    return effect;
  }

  /** "so much" of the effect unless told; zero where there is nothing to tell. */
  public Duration by() {
    return by;
  }

  /** "so many" of the effect, or the status, unless told; 0 where there is nothing to tell. */
  public int amount() {
    return amount;
  }

  /** What it is on unless told: a tunnel that is down lets no handshake through either. */
  public String on() {
    return this == UNREACHABLE ? "any" : this == LOST_ANSWER ? "POST /webhooks" : stage.all();
  }

  /** Whether single cases can be counted or drawn by lot. */
  public boolean strikesSingly() {
    return stage != Stage.BATCH && stage != Stage.CLOCK;
  }

  /**
   * @throws IllegalArgumentException when there is none of that name
   */
  public static FaultKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "fault: "
                        + word
                        + " (expected: one of "
                        + Arrays.stream(values())
                            .map(FaultKind::word)
                            .collect(Collectors.joining(", "))
                        + ")"));
  }
}

package webhookinspector.watch;

import java.time.Instant;

/**
 * How one webhook has fared: the state machine, a value.
 *
 * @param health when last looked at
 * @param since when its word or level last changed
 */
record Course(Facts facts, Health health, Instant since) {

  /** Nothing is known yet. */
  static Course begun(Instant now) {
    return new Course(Facts.NONE, Health.of(Facts.NONE, now), now);
  }

  /** The same course with what is known now. */
  Course with(Facts known) {
    return new Course(known, health, since);
  }

  /** Where it stands now: time alone changes it, too. */
  Course at(Instant now) {
    Health next = Health.of(facts, now);
    return new Course(facts, next, next.sameAs(health) ? since : now);
  }

  /** Whether the state line should tell of it; of what is unreached its address tells. */
  boolean isTrouble() {
    Word word = health.word();
    return !health.level().isGood() && word != Word.UNKNOWN && word != Word.UNREACHED;
  }

  /** Such as {@code gone since 2026-06-12 08:30 UTC}. */
  String words() {
    return health.word().word() + " since " + Spans.moment(since);
  }

  /** Whether an operator should know of the step to {@code next}. */
  boolean tellsOf(Course next) {
    boolean firstGoodNews = health.word() == Word.UNKNOWN && next.health.word() == Word.WELL;
    return !next.health.sameAs(health) && !(firstGoodNews && health.level().isGood());
  }
}

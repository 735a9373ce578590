package webhookinspector.conform;

import java.util.EnumSet;
import java.util.Set;

/** A check together with the code that tries it. */
record Case(Check check, Phase phase, Trial trial) {

  /** When a case runs; within a phase in the order of the catalogue. */
  enum Phase {
    /** Before the receiver has the kit's secret. */
    UNSETTLED,
    NORMAL,
    /** May cost a receiver its secret; the kit shakes hands again afterwards. */
    DISTURBING,
    RESTARTING,
    /** Looks back on everything that was answered. */
    LAST
  }

  /** Tries one check. An unmet one is {@link Outcome.Failed}; its severity may soften it. */
  @FunctionalInterface
  interface Trial {
    Outcome on(Receiver receiver) throws Exception;
  }

  Outcome tried(Receiver receiver) throws Exception {
    Outcome outcome = trial.on(receiver);
    return outcome instanceof Outcome.Failed(String says) && check.severity() == Severity.SHOULD
        ? new Outcome.Warned(says)
        : outcome;
  }

  static Draft must(Group group, String id, Mistake mistake) {
    return new Draft(group, id, Severity.MUST, mistake);
  }

  static Draft should(Group group, String id, Mistake mistake) {
    return new Draft(group, id, Severity.SHOULD, mistake);
  }

  /** A case in the making. */
  static final class Draft {
    private final Group group;
    private final String id;
    private final Severity severity;
    private final Mistake mistake;
    private String title = "";
    private String why = "";
    private String source = "";
    private String mend;
    private final Set<Need> needs = EnumSet.noneOf(Need.class);
    private Phase phase = Phase.NORMAL;

    private Draft(Group group, String id, Severity severity, Mistake mistake) {
      this.group = group;
      this.id = id;
      this.severity = severity;
      this.mistake = mistake;
      this.mend = mistake.mend();
    }

    Draft title(String text) {
      title = text;
      return this;
    }

    Draft why(String text, String from) {
      why = text;
      source = from;
      return this;
    }

    /** Where the mistake's own advice does not fit. */
    Draft mend(String text) {
      mend = text;
      return this;
    }

    Draft needs(Need... all) {
      needs.addAll(Set.of(all));
      return this;
    }

    Draft in(Phase other) {
      phase = other;
      return this;
    }

    Case tries(Trial trial) {
      return new Case(
          new Check(id, title, severity, group, mistake, why, source, mend, needs), phase, trial);
    }
  }
}

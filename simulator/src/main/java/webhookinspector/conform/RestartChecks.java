package webhookinspector.conform;

import static webhookinspector.conform.Group.RESTART;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.conform.Case.Phase;

/** What is left after the receiver's process has ended. */
final class RestartChecks {

  static final String KEPT_BEFORE_ECHO = "secret-kept-before-echo";

  private static final int TRIES = 3;

  private RestartChecks() {}

  static List<Case> all() {
    return List.of(comesBack(), secretSurvives(), secretKeptBeforeEcho(), keptBeforeAnswer());
  }

  private static Case comesBack() {
    return Case.must(RESTART, "starts-after-kill", Mistake.DOES_NOT_COME_BACK)
        .title("Starts again by itself after it was killed")
        .why(
            "Power cuts, memory limits and deploys end processes without a goodbye. What does not"
                + " come back loses the webhook after 24 h.",
            Source.OURS)
        .needs(Need.START, Need.DELIVERY)
        .in(Phase.RESTARTING)
        .tries(
            receiver -> {
              try {
                receiver.upkeep().killAndStart();
              } catch (Unreachable e) {
                return new Outcome.Failed(e.getMessage());
              }
              Answer answer = receiver.send(receiver.unsigned(receiver.bodies().ordinary()));
              return answer instanceof Answer.Given
                  ? Outcome.passed()
                  : new Outcome.Failed("no answer after the restart: " + answer.inWords());
            });
  }

  private static Case secretSurvives() {
    return Case.must(RESTART, "secret-survives-restart", Mistake.SECRET_LOST)
        .title("Still knows its secret after a restart")
        .why(
            "The secret comes once. A receiver that forgets it refuses every delivery from then on,"
                + " and 24 h later the webhook is gone.",
            Source.GUIDE)
        .needs(Need.START, Need.DELIVERY)
        .in(Phase.RESTARTING)
        .tries(
            receiver ->
                receiver.upkeep().survivesRestarts()
                    ? Outcome.passed()
                    : new Outcome.Failed("a genuine delivery after a restart was not accepted"));
  }

  private static Case secretKeptBeforeEcho() {
    return Case.must(RESTART, KEPT_BEFORE_ECHO, Mistake.SECRET_LOST)
        .title("Has its secret on disk before it echoes it")
        .why(
            "With the echo Asana considers the webhook created. A crash a moment later must not"
                + " leave it without its secret.",
            Source.OURS)
        .needs(Need.START, Need.DELIVERY)
        .in(Phase.RESTARTING)
        .tries(
            receiver -> {
              Boolean kept = receiver.openingAsEvidence().keptBeforeEcho();
              if (kept == null) {
                return new Outcome.Skipped("the first handshake was not accepted");
              }
              if (kept) {
                return Outcome.passed();
              }
              return receiver.upkeep().survivesRestarts()
                  ? new Outcome.Failed(
                      "It was killed right after the echo. After the restart a genuine delivery was"
                          + " not accepted.")
                  : new Outcome.Skipped("it loses it at any restart; see secret-survives-restart");
            });
  }

  private static Case keptBeforeAnswer() {
    return Case.must(RESTART, "kept-before-answer", Mistake.ANSWER_BEFORE_KEEPING)
        .title("Has a delivery on disk before it answers 200")
        .why(
            "Asana never sends a delivery again that got its 200. What was only in memory then is"
                + " lost with the next crash.",
            Source.GUIDE)
        .needs(Need.START, Need.RECEIVED, Need.DELIVERY)
        .in(Phase.RESTARTING)
        .tries(RestartChecks::killsRightAfterAnswers);
  }

  private static Outcome killsRightAfterAnswers(Receiver receiver) throws Exception {
    List<String> acknowledged = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      if (!receiver.upkeep().settleAgain()) {
        return new Outcome.Skipped("no delivery is accepted after a restart");
      }
      String gid = receiver.bodies().gid();
      if (deliverAndKill(receiver, gid).accepted()) {
        acknowledged.add(gid);
      }
    }
    if (acknowledged.isEmpty()) {
      return new Outcome.Skipped("no delivery was answered before the kill");
    }
    String listing = receiver.received();
    List<String> lost = acknowledged.stream().filter(gid -> !listing.contains(gid)).toList();
    String score = lost.size() + " of " + acknowledged.size();
    return lost.isEmpty()
        ? new Outcome.Passed(
            "all " + acknowledged.size() + " were there after a kill; a power cut asks for more")
        : new Outcome.Failed(
            score
                + " deliveries that got their 200 were gone after a kill and a restart: the events"
                + " of task "
                + String.join(", ", lost)
                + " are not among those that --received lists.");
  }

  private static Answer deliverAndKill(Receiver receiver, String gid) throws Unreachable {
    ReceiverProcess process = receiver.upkeep().process();
    Post post = receiver.signed(receiver.bodies().about(gid));
    Runnable kill = process.readyToKill();
    Answer answer = receiver.wire().send(post, receiver.patience(), kill);
    receiver.noted(receiver.plan().target(), post, answer);
    kill.run();
    process.awaitEnd();
    process.start();
    return answer;
  }
}

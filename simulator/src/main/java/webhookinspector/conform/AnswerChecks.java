package webhookinspector.conform;

import static webhookinspector.conform.Group.ANSWER;

import java.util.ArrayList;
import java.util.List;

/** What a receiver says to a genuine delivery, and how soon. */
final class AnswerChecks {

  private AnswerChecks() {}

  static List<Case> all() {
    return List.of(time(), code(), redirect(), repeats(), order());
  }

  private static Case time() {
    return Case.must(ANSWER, "answer-time", Mistake.SLOW_HANDLER)
        .title("Answers within 10 s, better within 2 s")
        .why(
            "Asana waits 10 s and then counts the delivery as failed, although the work was done:"
                + " it comes again, and is done twice.",
            Source.GUIDE)
        .tries(
            receiver -> {
              Opening opening = receiver.openingAsEvidence();
              if (opening.delivery().timedOut()) {
                return new Outcome.Failed(
                    "no answer within "
                        + Timing.inWords(opening.delivery().took())
                        + "; Asana gives up after "
                        + Timing.inWords(receiver.plan().limit()));
              }
              if (!opening.delivery().accepted()) {
                return new Outcome.Skipped(opening.whyUnusable(receiver.plan().limit()));
              }
              List<Answer> answers = new ArrayList<>(List.of(opening.delivery()));
              if (opening.usable(receiver.plan().limit())) {
                answers.add(receiver.deliver(receiver.bodies().ordinary()));
                answers.add(receiver.deliver(receiver.bodies().batch(20)));
              }
              return Timing.judge(receiver, answers);
            });
  }

  private static Case code() {
    return Case.must(ANSWER, "answer-code", Mistake.WRONG_STATUS)
        .title("Answers genuine deliveries with 200 or 204")
        .why(
            "These two are the only ones documented as success. Whether 201 or 202 count is"
                + " nowhere written.",
            Source.GUIDE)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Answer answer = receiver.deliver(receiver.bodies().ordinary());
              return answer.status() == 200 || answer.status() == 204
                  ? Outcome.passed()
                  : new Outcome.Failed("answered " + answer.inWords());
            });
  }

  private static Case redirect() {
    return Case.must(ANSWER, "no-redirect", Mistake.REDIRECT)
        .title("Answers itself instead of redirecting")
        .why(
            "Redirects from http to https, or to add a slash, are the usual reason why a"
                + " receiver that works in the browser gets nothing from Asana.",
            Source.SAMPLES)
        .tries(
            receiver -> {
              Opening opening = receiver.openingAsEvidence();
              for (Answer answer : List.of(opening.handshake(), opening.delivery())) {
                if (answer instanceof Answer.Given given && answer.redirected()) {
                  return new Outcome.Failed(
                      "answered "
                          + given.code()
                          + " with Location: "
                          + given
                              .headers()
                              .first("Location")
                              .map(location -> Printable.cut(location, 200))
                              .orElse("(none)"));
                }
              }
              return opening.shookHands() || opening.delivery().accepted()
                  ? Outcome.passed()
                  : new Outcome.Skipped(opening.whyUnusable(receiver.plan().limit()));
            });
  }

  private static Case repeats() {
    return Case.must(ANSWER, "repeat-accepted", Mistake.DELIVERY_REFUSED)
        .title("Accepts the same delivery again")
        .why(
            "When your answer came too late or got lost, Asana sends the same bytes again. A"
                + " refusal would start its back-off.",
            Source.GUIDE)
        .mend("Recognise a repeat by webhook and body, answer 200, and do the work once.")
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Post post = receiver.signed(receiver.bodies().ordinary());
              return Expect.first(
                  () -> Expect.accepted(receiver.send(post), "A delivery"),
                  () -> Expect.accepted(receiver.send(post), "The same again"),
                  () -> Expect.accepted(receiver.send(post), "The same once more"));
            });
  }

  private static Case order() {
    return Case.must(ANSWER, "order-accepted", Mistake.FRAGILE_PARSER)
        .title("Accepts events that come out of order")
        .why("Asana promises no order, neither within a delivery nor between two.", Source.GUIDE)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              String late = receiver.bodies().task(receiver.bodies().gid());
              String early = late.replace("08:41:02.318Z", "07:00:00.000Z");
              String ancient = late.replace("2026-06-12", "2024-01-31");
              return Expect.first(
                  () -> outOfOrder(receiver, late + "," + early),
                  () -> outOfOrder(receiver, ancient),
                  () -> outOfOrder(receiver, early + "," + early));
            });
  }

  private static Outcome outOfOrder(Receiver receiver, String events) {
    return Expect.accepted(receiver.deliver(Bodies.of(events)), "A delivery out of order");
  }
}

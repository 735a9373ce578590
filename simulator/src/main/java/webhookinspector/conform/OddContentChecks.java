package webhookinspector.conform;

import static webhookinspector.conform.Group.CONTENT;

import java.util.List;
import webhookinspector.delivery.Body;

/** Signed bodies that Asana does not send today. They may be refused, but must do no harm. */
final class OddContentChecks {

  private OddContentChecks() {}

  static List<Case> all() {
    return List.of(
        should(
            "number-ids",
            "Survives ids that are numbers",
            "Before the string migration ids were bare numbers; recorded deliveries still have"
                + " them.",
            bodies ->
                Bodies.of(
                    "{\"action\":\"changed\",\"created_at\":\"2017-08-21T18:20:37.972Z\","
                        + "\"parent\":null,\"resource\":1337,\"type\":\"task\",\"user\":1123}")),
        should(
            "nul-escape",
            "Survives \\u0000 and other controls in a text",
            "PostgreSQL and others refuse to store NUL, which then turns into a server error.",
            bodies ->
                Bodies.of(
                    bodies.event(
                        "changed",
                        "{\"action\":\"changed\",\"field\":\"name\"}",
                        "null",
                        "{\"gid\":\"1\",\"name\":\"a\\u0000b\\n\",\"resource_type\":\"task\"}"))),
        malformed(),
        nested());
  }

  /** Makes a signed body. */
  @FunctionalInterface
  private interface Maker {
    Body by(Bodies bodies);
  }

  private static Case should(String id, String title, String why, Maker maker) {
    return Case.should(CONTENT, id, Mistake.FRAGILE_PARSER)
        .title(title)
        .why(why, Source.OURS)
        .needs(Need.DELIVERY)
        .tries(
            receiver ->
                Expect.noCrash(receiver.deliver(maker.by(receiver.bodies())), "This signed body"));
  }

  private static Case malformed() {
    return Case.should(CONTENT, "malformed-json", Mistake.FRAGILE_PARSER)
        .title("Survives signed bodies that are not JSON")
        .why(
            "A relay can cut or garble a body, and your parser can have a fault. A server error"
                + " makes the sender try again for ever; an exception may take the process down.",
            Source.OURS)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              for (String text :
                  List.of(
                      "",
                      "{",
                      "[]",
                      "null",
                      "42",
                      "{\"events\":{}}",
                      "{\"events\":[null,1,[]]}",
                      "{\"events\":[{}]}",
                      "{\"events\":null}",
                      "<html>",
                      "\u0000\u0001")) {
                Answer answer = receiver.deliver(Body.of(text));
                if (answer.crashed()) {
                  return Expect.noCrash(
                      answer, "The signed body " + Printable.of(text.isEmpty() ? "(empty)" : text));
                }
              }
              return Outcome.passed();
            });
  }

  private static Case nested() {
    return Case.should(CONTENT, "deep-nesting", Mistake.FRAGILE_PARSER)
        .title("Survives JSON that is 20,000 levels deep")
        .why(
            "Recursive parsers run out of stack, and some take the process with them.", Source.OURS)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              String deep = "[".repeat(20_000) + "]".repeat(20_000);
              Answer answer = receiver.deliver(Body.of("{\"events\":" + deep + "}"));
              return Expect.first(
                  () -> Expect.noCrash(answer, "A deep body"),
                  () ->
                      Expect.accepted(
                          receiver.deliver(receiver.bodies().ordinary()),
                          "An ordinary delivery afterwards"));
            });
  }
}

package webhookinspector.faults;

import java.util.Arrays;
import java.util.List;

/** The scenarios that have a name. */
final class Scenarios {

  static final List<Scenario> ALL =
      List.of(
          scenario(
              "laptop-asleep-for-a-night",
              "The lid is shut for nine hours. Asana keeps trying, and brings the night's events"
                  + " in one body.",
              "unreachable,lasting=PT9H"),
          scenario(
              "proxy-that-rewrites-json",
              "A proxy parses each body and prints it anew: the same JSON, and no signature"
                  + " matches.",
              "rewritten"),
          scenario(
              "deploy-during-a-burst",
              "A delivery is cut in the middle, then nobody listens for two minutes. What was cut"
                  + " comes again.",
              "cut,times=1,on=events",
              "unreachable,after=PT5S,lasting=PT2M"),
          scenario(
              "tunnel-that-flaps",
              "The tunnel is down one minute in five, for half an hour; the first delivery drips.",
              "slow-drip,times=1,on=events",
              "unreachable,after=PT5M,lasting=PT1M",
              "unreachable,after=PT10M,lasting=PT1M",
              "unreachable,after=PT15M,lasting=PT1M",
              "unreachable,after=PT20M,lasting=PT1M",
              "unreachable,after=PT25M,lasting=PT1M"),
          scenario(
              "stranger-at-the-handshake",
              "Somebody who knows the address offers secrets of his own: before Asana's, after it"
                  + " while the create call is open, and a minute later.",
              "stranger-before,times=1",
              "stranger-during,times=1",
              "stranger-after,times=1"),
          scenario(
              "replay-by-a-stranger",
              "Somebody who read a delivery sends it again an hour later, and a forged one at"
                  + " once.",
              "replayed,times=1,on=events",
              "forged,times=1,on=events"),
          scenario(
              "asana-has-an-incident",
              "For two hours half of the calls fail, deliveries are 20 minutes late, and a few"
                  + " are lost.",
              "server-error:0.5,lasting=PT2H",
              "late,by=PT20M,lasting=PT2H",
              "lost:0.05,lasting=PT2H"),
          scenario(
              "webhook-deleted-overnight",
              "Nobody can be reached for 36 hours. After 24 h of failures Asana deletes the"
                  + " webhook; one stray delivery comes six hours later.",
              "unreachable,lasting=PT36H",
              "after-delete,times=1,by=PT6H"),
          scenario(
              "rate-limited",
              "For ten minutes two calls in three are answered 429, with a Retry-After of 30 s.",
              "rate-limited:0.67,lasting=PT10M"),
          scenario(
              "late-201",
              "The create call works but answers 3 s late: deliveries come before the secret is"
                  + " confirmed.",
              "slow-answer,times=1,by=PT3S,on=POST /webhooks"),
          scenario(
              "lost-201",
              "The create call works but its answer never comes: a webhook exists that its owner"
                  + " does not know.",
              "lost-answer,times=1"),
          scenario(
              "duplicate-storm",
              "For an hour everything comes twice, again when its answer is lost, and once more"
                  + " ten minutes later.",
              "doubled,lasting=PT1H",
              "repeated:0.5,lasting=PT1H",
              "replayed,by=PT10M,lasting=PT1H"),
          scenario(
              "events-stream-expired",
              "The sync token dies before its day is over, and the next page leaves out every"
                  + " second event.",
              "stream-expires,times=1",
              "stream-omits,times=1"));

  private Scenarios() {}

  private static Scenario scenario(String name, String story, String... faults) {
    return new Scenario(name, story, Arrays.stream(faults).map(Fault::parse).toList());
  }
}

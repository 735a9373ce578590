package webhookinspector.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import webhookinspector.answers.Script;
import webhookinspector.app.Onward;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Network;
import webhookinspector.egress.Target;
import webhookinspector.forward.OwnHeaders;
import webhookinspector.forward.Wanted;

/** Where deliveries go on to while this command runs. A mixin. */
final class ForwardOptions {

  @Option(
      names = "--forward",
      paramLabel = "TARGET",
      description = {
        "Send each believable delivery on, byte for byte: URL, or 'URL where FILTER'. Again for",
        "more. What a target cannot take waits for it. See docs/forwarding.md."
      })
  List<String> targets = new ArrayList<>();

  @Option(
      names = "--relay",
      paramLabel = "URL",
      description = {
        "Let the app there answer Asana, handshakes included: its status goes back once the",
        "delivery is kept. Where it does not answer within 8 s, ours does."
      })
  @Nullable String relay;

  @Option(
      names = "--exec",
      paramLabel = "COMMAND",
      description = {
        "Run this for each event, which stands on its standard input as a line of JSON. No shell",
        "looks at it, unless it names one. Exit code 0: done; otherwise tried again."
      })
  List<String> commands = new ArrayList<>();

  @Option(
      names = "--forward-header",
      paramLabel = "LINE",
      description = {
        "A header of your own for every --forward target, such as 'X-Api-Key: abc', or",
        "'X-Api-Key: @FILE' for a value that stands in a file. Again for more."
      })
  List<String> headers = new ArrayList<>();

  @Option(
      names = "--forward-rate",
      paramLabel = "N",
      description = "Deliveries a second to a target that catches up. Default: 100")
  int rate = Onward.NONE.rate();

  @Option(
      names = "--allow-target",
      paramLabel = "NETWORK",
      description = "A private network that targets may lie in, such as 10.1.0.0/16.")
  List<String> allowed = new ArrayList<>();

  /**
   * @param answers what Asana is answered on purpose, or null
   */
  Onward onward(@Nullable Script answers) {
    Headers own = OwnHeaders.parse(HeaderLines.read(headers));
    Stream<Wanted> named = targets.stream().map(Wanted::parse).map(wanted -> wanted.with(own));
    return new Onward(
        Stream.concat(named, commands.stream().map(Wanted::command)).toList(),
        rate,
        allowed.stream().map(Network::parse).toList(),
        relay == null ? null : Target.parse(relay),
        answers);
  }
}

package webhookinspector.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import webhookinspector.alerts.ChatSink;
import webhookinspector.alerts.CommandSink;
import webhookinspector.alerts.Sink;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;
import webhookinspector.egress.socket.SocketOutbound;

/**
 * Where alerts go beside terminal, page and log.
 *
 * @param command run by a shell for each, or null
 * @param webhook that takes {@code {"text": …}}, or null; its address is as good as a password
 */
public record Alerting(@Nullable String command, @Nullable Target webhook) {

  /** Nowhere else. */
  public static final Alerting NONE = new Alerting(null, null);

  List<Sink> sinks() {
    var sinks = new ArrayList<Sink>();
    if (command != null) {
      sinks.add(new CommandSink(command, AccessToken.VARIABLES));
    }
    if (webhook != null) {
      var policy = new TargetPolicy(Set.of(), List.of());
      sinks.add(new ChatSink(webhook, new SocketOutbound(policy)));
    }
    return sinks;
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "Alerting[…]";
  }
}

package webhookinspector.tunnel.ngrok;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import webhookinspector.tunnel.Tunnel;
import webhookinspector.tunnel.TunnelFailed;

/** A {@link Tunnel} by the user's own ngrok: an agent that runs already, or one that we start. */
public final class NgrokTunnel implements Tunnel {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final NgrokSettings settings;

  public NgrokTunnel(NgrokSettings settings) {
    this.settings = settings;
  }

  @Override
  public OpenTunnel open(int receiverPort) {
    Agent agent = new Agent(settings.agent());
    try {
      Optional<List<Line>> running = agent.lines();
      return running.isPresent()
          ? found(running.get(), receiverPort)
          : started(agent, receiverPort);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TunnelFailed("ngrok: interrupted while waiting for its address");
    }
  }

  private OpenTunnel found(List<Line> lines, int port) {
    return Line.to(port, lines)
        .map(line -> open(line, null))
        .orElseThrow(() -> leadsElsewhere(lines, port));
  }

  private TunnelFailed leadsElsewhere(List<Line> lines, int port) {
    String where =
        lines.isEmpty()
            ? "nowhere"
            : lines.stream().map(Line::leadsTo).distinct().collect(Collectors.joining(", "));
    return new TunnelFailed(
        "ngrok: runs already, but leads to "
            + where
            + " (expected: port "
            + port
            + ")\n"
            + "Stop it and let us start it, or type: ngrok http "
            + port);
  }

  private OpenTunnel started(Agent agent, int port) throws InterruptedException {
    NgrokProcess ngrok = NgrokProcess.start(settings.program(), port);
    try {
      long giveUp = System.nanoTime() + settings.patience().toNanos();
      while (System.nanoTime() < giveUp) {
        Optional<Line> line = agent.lines().flatMap(lines -> Line.to(port, lines));
        if (line.isPresent()) {
          return open(line.get(), ngrok);
        }
        if (ngrok.endsWithin(BETWEEN_LOOKS)) {
          throw ngrok.ended();
        }
      }
      throw new TunnelFailed(
          "ngrok: no address within "
              + settings.patience().toSeconds()
              + " s; its last words: "
              + ngrok.lastWords()
              + "\nCheck the network, or try it by hand: ngrok http "
              + port);
    } catch (TunnelFailed | InterruptedException e) {
      ngrok.end();
      throw e;
    }
  }

  private static OpenTunnel open(Line line, @Nullable NgrokProcess ours) {
    return new OpenTunnel() {
      @Override
      public URI publicUrl() {
        return URI.create(line.publicUrl().toString().replaceFirst("/+$", ""));
      }

      @Override
      public void close() {
        if (ours != null) {
          ours.end();
        }
      }
    };
  }
}

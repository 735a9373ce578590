package webhookinspector.checks.sending;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import webhookinspector.checks.Check;
import webhookinspector.checks.JavaCommand;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/**
 * Runs the program in a network namespace of its own, in which this machine has the addresses that
 * nothing may be sent to, with somebody listening on each.
 */
public final class SsrfCorpus implements Check {

  @Override
  public String name() {
    return "ssrf-corpus";
  }

  @Override
  public String promise() {
    return "nothing is sent where nothing may go, however the target is spelled, named or redirected";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (run(folder, List.of("unshare", "-rnm", "ip", "link", "set", "lo", "up")) != 0) {
      return Outcome.skipped("needs unshare, ip and the right to make namespaces");
    }
    Path hosts = Files.writeString(folder.resolve("hosts"), ForbiddenUrls.HOSTS);
    var command = new ArrayList<>(List.of("unshare", "-rnm", "sh", "-ec", script(hosts), "sh"));
    command.addAll(JavaCommand.of(SsrfProbe.class.getName()));
    command.add(folder.toString());
    int exit = run(folder, command);
    return Outcome.of(exit == 0, Files.readString(folder.resolve("probe.txt")).strip());
  }

  private static String script(Path hosts) {
    String addresses =
        ForbiddenUrls.ADDRESSES.stream()
            .map(address -> address + (address.contains(":") ? "/128 dev lo nodad" : "/32 dev lo"))
            .map(address -> "ip addr add " + address)
            .collect(Collectors.joining("\n"));
    return "ip link set lo up\n"
        + addresses
        + "\nmount --bind '"
        + hosts
        + "' /etc/hosts\nexec \"$@\"";
  }

  private static int run(Path folder, List<String> command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("probe.txt").toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (java.io.IOException e) {
      return -1; // no such program
    }
  }
}

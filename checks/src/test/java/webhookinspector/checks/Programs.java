package webhookinspector.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import webhookinspector.simulator.Simulator;

/** The program as the checks use it most. */
final class Programs {

  private Programs() {}

  /** Watches the simulator's project, on free ports, with its data in {@code home/data}. */
  static Program listen(Path home, Simulator asana, String... more) {
    return listen(home, asana, Map.of(), more);
  }

  /** The same with more variables in its environment. */
  static Program listen(Path home, Simulator asana, Map<String, String> variables, String... more) {
    var words =
        new ArrayList<String>(
            List.of("listen", asana.project().gid(), "--api-base", asana.api().toString()));
    words.addAll(onFreePorts(home));
    words.addAll(List.of(more));
    var environment = new HashMap<>(variables);
    environment.put("ASANA_ACCESS_TOKEN", asana.token());
    return Program.start(home, environment, words.toArray(String[]::new));
  }

  /** Only receives. */
  static Program serve(Path home, String... more) {
    var words = new ArrayList<String>(List.of("serve"));
    words.addAll(onFreePorts(home));
    words.addAll(List.of(more));
    return Program.start(home, Map.of(), words.toArray(String[]::new));
  }

  private static List<String> onFreePorts(Path home) {
    return List.of(
        "--data",
        home.resolve("data").toString(),
        "--receiver-port",
        "0",
        "--admin-port",
        "0",
        "--output",
        "json");
  }
}

package webhookinspector.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import webhookinspector.app.Ending;
import webhookinspector.app.LocalAsana;
import webhookinspector.faults.Fault;
import webhookinspector.faults.Scenario;

/** Runs the local Asana alone. */
@Command(
    name = "simulate",
    description = {
      "Run a local Asana alone, for tests of any receiver.",
      "It listens on 127.0.0.1: Asana's calls under /api/1.0, its own controls under /simulator.",
      "Prints one line of JSON once it listens."
    },
    footer = {"Example:", "  inspector simulate --port 8099 --seed 7 --fault lost:0.01"})
final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Default: 0, a free one")
  int port;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed and script give the same deliveries. Default: 1")
  long seed;

  @Option(
      names = "--clock-speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Its seconds in one of ours; 0 stands still until told. Default: 1")
  double clockSpeed;

  @Option(
      names = "--strict-targets",
      description = "Refuse loopback and private targets with 403, as Asana does.")
  boolean strictTargets;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "The only bearer token that it takes; no real one. Default: any")
  @Nullable String token;

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      converter = FaultConverter.class,
      description = {
        "Misbehave: NAME[:PROBABILITY][,KEY=VALUE...] as in docs/faults.md, such as lost:0.01",
        "or late:0.1,by=PT20M,on=events; may be repeated."
      })
  List<Fault> faults = List.of();

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      converter = ScenarioConverter.class,
      description = {
        "Faults that make a story, such as tunnel-that-flaps; may be repeated.",
        "A wrong name lists them."
      })
  List<Scenario> scenarios = List.of();

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Written, whole, once it listens: the same object as the ready line.")
  @Nullable Path readyFile;

  private final Console console;

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Ending ending = Ending.ofThisProcess(console.out()::checkError);
    return LocalAsana.run(
        new LocalAsana.Wish(port, seed, clockSpeed, strictTargets, token, allFaults()),
        readyFile,
        console.out(),
        ending);
  }

  /** Those of the scenarios included. */
  List<Fault> allFaults() {
    return Stream.concat(
            faults.stream(), scenarios.stream().flatMap(each -> each.faults().stream()))
        .toList();
  }
}

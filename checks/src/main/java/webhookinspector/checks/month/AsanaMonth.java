package webhookinspector.checks.month;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/**
 * Simulated months with forty outages each: restarts, tunnels that fall, lost deliveries, webhooks
 * that Asana deletes, sync tokens that expire.
 */
public final class AsanaMonth implements Check {

  @Override
  public String name() {
    return "asana-month";
  }

  @Override
  public String promise() {
    return "every event that Asana's side made is kept, or lies in a gap that is listed";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    int seeds = size.of(1, 20);
    int outages = size.of(7, 40);
    int events = 0;
    int gaps = 0;
    int deletions = 0;
    List<String> complaints = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Path home = Files.createDirectory(folder.resolve("month-" + seed));
      try (var life = new Life(home, seed, outages)) {
        life.live();
        complaints.addAll(life.complaints());
        events += life.events();
        gaps += life.gaps();
        deletions += life.deletions();
      }
    }
    String numbers =
        "%d months of %d outages: %d events, %d gaps, %d deletions noticed; %d complaints"
            .formatted(seeds, outages, events, gaps, deletions, complaints.size());
    boolean said = gaps > 0 && deletions > 0 && events > 0;
    return Outcome.of(
        complaints.isEmpty() && said,
        complaints.isEmpty() ? numbers : numbers + ", such as " + complaints.getFirst());
  }
}

package webhookinspector.cli;

import java.util.List;
import java.util.Optional;
import webhookinspector.asana.ResourceAddress;
import webhookinspector.web.Refusal;

/** What people name to watch it. */
final class Resources {

  private Resources() {}

  /**
   * The gids of what was typed, or of the project in the environment when nothing was.
   *
   * @throws Refusal if there is neither
   */
  static List<String> gids(List<String> typed, Optional<String> project) {
    List<String> gids = typed.isEmpty() ? project.stream().toList() : typed;
    if (gids.isEmpty()) {
      throw Refusal.badInput(
          "resource: none (expected: at least one gid, or ASANA_PROJECT in the environment)",
          "The gid is the long number in the address of the project.");
    }
    return gids.stream().map(ResourceAddress::gid).distinct().toList();
  }
}

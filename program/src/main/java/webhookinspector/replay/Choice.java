package webhookinspector.replay;

import java.util.List;

/**
 * What shall be sent again.
 *
 * @param leftOut how many were asked for and cannot be sent
 */
record Choice(List<Chosen> chosen, int leftOut) {
  Choice {
    chosen = List.copyOf(chosen);
  }
}

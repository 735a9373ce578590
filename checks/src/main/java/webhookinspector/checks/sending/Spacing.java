package webhookinspector.checks.sending;

import java.util.ArrayList;
import java.util.List;

/**
 * How well moments keep an even spacing; 0.05 is 5 %. Judged over stretches of {@value #STRETCH}: a
 * single gap of 5 ms shows the machine's scheduler.
 *
 * @param whole from the first to the last; above zero is too slow
 * @param most in 19 of 20 stretches, either way
 * @param worst in the worst stretch
 */
record Spacing(double whole, double most, double worst) {

  static final int STRETCH = 100;

  static Spacing of(List<Long> moments, long gapNanos) {
    var stretches = new ArrayList<Double>();
    for (int i = 0; i + STRETCH < moments.size(); i += STRETCH) {
      stretches.add(Math.abs(deviation(moments, i, i + STRETCH, gapNanos)));
    }
    stretches.sort(null);
    return new Spacing(
        deviation(moments, 0, moments.size() - 1, gapNanos),
        stretches.get((stretches.size() - 1) * 19 / 20),
        stretches.getLast());
  }

  private static double deviation(List<Long> moments, int from, int to, long gapNanos) {
    return (moments.get(to) - moments.get(from)) / (double) (gapNanos * (to - from)) - 1;
  }
}

package webhookinspector.stream;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Rest {

  void of(Duration duration) throws InterruptedException;
}

package webhookinspector.asana.http;

import java.time.Duration;

/** How time is let pass; a test lets a virtual clock jump instead. */
@FunctionalInterface
public interface Sleeper {

  void sleep(Duration duration) throws InterruptedException;
}

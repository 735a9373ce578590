package webhookinspector.app;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Requests from outside to end. {@code sun.misc.Signal} is the only way to tell SIGTERM from SIGINT
 * and still choose the exit code; it is called by reflection because the compiler warns about it
 * even where it is exported on purpose (module jdk.unsupported).
 */
final class Signals {

  private record Known(String name, int exitCode) {}

  /** A service that is told to stop has done what it should; who interrupts gets 128 + 2. */
  private static final List<Known> ENDING =
      List.of(new Known("TERM", 0), new Known("INT", 130), new Known("HUP", 0));

  private Signals() {}

  /**
   * Tells the exit code that each request asks for, on a thread of its own; where a signal cannot
   * be caught, the process ends as the Java runtime would have it.
   */
  static void whenAskedToEnd(IntConsumer told) {
    ENDING.forEach(signal -> handle(signal, told));
  }

  /**
   * Stops this process and whatever belongs to the same job, as Ctrl+Z does; returns when it goes
   * on. A JVM can raise no signal that it does not handle, so a shell does.
   */
  static void stopThisJob() {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -TSTP 0").start().waitFor();
    } catch (IOException e) {
      // where there is no shell, nothing happens
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void handle(Known known, IntConsumer told) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      MethodHandle tell =
          MethodHandles.publicLookup()
              .findVirtual(
                  IntConsumer.class, "accept", MethodType.methodType(void.class, int.class));
      MethodHandle tellCode = MethodHandles.insertArguments(tell, 0, told, known.exitCode);
      Object handling =
          MethodHandleProxies.asInterfaceInstance(
              handler, MethodHandles.dropArguments(tellCode, 0, signal));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(known.name), handling);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // such as SIGHUP on Windows, or a signal that the runtime keeps for itself
    }
  }
}

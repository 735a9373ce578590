package webhookinspector.checks;

import java.nio.file.Path;

/** One promise and the way to prove it. Must be able to fail. */
public interface Check {

  /** How it is called on the command line, such as {@code kill9-loop}. */
  String name();

  /** What holds when it passes, one line. */
  String promise();

  /**
   * Proves it, or not. Leaves no process behind.
   *
   * @param folder empty, thrown away afterwards
   */
  Outcome run(Size size, Path folder) throws Exception;
}

package webhookinspector.checks;

import java.nio.file.Path;
import java.util.List;

/** How a class on the class path of this process is run as a process of its own. */
public final class JavaCommand {

  private JavaCommand() {}

  /** The words for a main class; its arguments come behind them. */
  public static List<String> of(String mainClass) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-Xmx256m",
        "-cp",
        System.getProperty("java.class.path"),
        mainClass);
  }
}

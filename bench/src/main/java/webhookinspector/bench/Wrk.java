package webhookinspector.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code wrk}, which posts one signed body again and again. */
final class Wrk {

  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ([0-9.]+)s");
  private static final Pattern TIME = Pattern.compile("(50|99)%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  private final Path script;

  /**
   * @param rate answers per second
   * @param p50Millis of the time to an answer
   */
  record Result(long requests, double rate, double p50Millis, double p99Millis) {}

  Wrk(Path folder, Load load) throws IOException {
    script = folder.resolve(load.body().getFileName() + ".lua");
    Files.writeString(
        script,
        """
        wrk.method = "POST"
        local file = io.open("%s"); wrk.body = file:read("*a"); file:close()
        wrk.headers["Content-Type"] = "application/json; charset=UTF-8"
        wrk.headers["User-Agent"] = "Asana/1.0"
        wrk.headers["X-Hook-Signature"] = "%s"
        """
            .formatted(load.body(), load.signature()));
  }

  Result run(Contender contender, int connections, int seconds)
      throws IOException, InterruptedException {
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "--latency",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "-s",
                script.toString(),
                contender.url().toString())
            .redirectErrorStream(true)
            .start();
    String text = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    wrk.waitFor();
    Matcher requests = REQUESTS.matcher(text);
    if (!requests.find() || REFUSED.matcher(text).find()) {
      throw new IOException(contender.name() + " did not answer each POST with 200:\n" + text);
    }
    long count = Long.parseLong(requests.group(1));
    return new Result(
        count,
        count / Double.parseDouble(requests.group(2)),
        millis(text, "50"),
        millis(text, "99"));
  }

  private static double millis(String text, String percent) {
    return TIME.matcher(text)
        .results()
        .filter(found -> found.group(1).equals(percent))
        .mapToDouble(found -> Double.parseDouble(found.group(2)) * unit(found.group(3)))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double unit(String name) {
    return switch (name) {
      case "us" -> 1e-3;
      case "s" -> 1e3;
      default -> 1;
    };
  }
}

package webhookinspector.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code wrk}, which posts one signed body again and again. */
final class Wrk {

  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ([0-9.]+)s");
  private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  private final Path script;

  /**
   * @param rate answers per second
   * @param p99Millis of the time to an answer
   */
  record Result(long requests, double rate, double p99Millis) {}

  Wrk(Path folder, Path body, String signature) throws IOException {
    script = folder.resolve("sign.lua");
    Files.writeString(
        script,
        """
        wrk.method = "POST"
        local file = io.open("%s"); wrk.body = file:read("*a"); file:close()
        wrk.headers["Content-Type"] = "application/json; charset=UTF-8"
        wrk.headers["User-Agent"] = "Asana/1.0"
        wrk.headers["X-Hook-Signature"] = "%s"
        """
            .formatted(body, signature));
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
    return new Result(count, count / Double.parseDouble(requests.group(2)), p99(text));
  }

  private static double p99(String text) {
    Matcher found = P99.matcher(text);
    if (!found.find()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(found.group(1));
    return switch (found.group(2).toLowerCase(Locale.ROOT)) {
      case "us" -> value / 1_000;
      case "s" -> value * 1_000;
      default -> value;
    };
  }
}

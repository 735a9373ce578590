package webhookinspector.checks.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.admin.Wire;
import webhookinspector.checks.durability.Courier;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Signature;

/**
 * Sends deliveries that are full of escape sequences, then prints them by every command that does
 * so, on a pseudo terminal. The raw payloads on the same terminal are the control.
 */
public final class TerminalSafe implements Check {

  private final Map<String, List<String>> found = new LinkedHashMap<>();
  private long bytes;

  @Override
  public String name() {
    return "terminal-safe";
  }

  @Override
  public String promise() {
    return "nothing that a stranger sends steers a terminal or forges a row or a line of the log";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("at full size only; HarmlessTest, PlainViewTest and LayoutTest do it");
    }
    if (!Pty.canBe()) {
      return Outcome.skipped("the command script of util-linux is missing");
    }
    found.clear();
    bytes = 0;
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    live(folder, data, "plain", List.of("--output", "plain"));
    live(folder, data, "full-screen", List.of());
    commands(folder, data);
    judge("the log", Screened.rows(Files.readAllBytes(data.resolve("inspector.log"))), 0);
    int seen = control(folder);
    List<String> bad =
        found.entrySet().stream()
            .flatMap(e -> e.getValue().stream().limit(3).map(what -> e.getKey() + ": " + what))
            .toList();
    return Outcome.of(
        bad.isEmpty() && seen == Payloads.all().size(),
        String.format(
            Locale.ROOT,
            "%d payloads in every field, by %d views and commands, %d KB on the terminal and in the"
                + " log: %d got through%s; control: %d of %d raw ones are noticed",
            Payloads.all().size(),
            found.size(),
            bytes / 1_000,
            bad.size(),
            bad.isEmpty() ? "" : " (" + String.join("; ", bad) + ")",
            seen,
            Payloads.all().size()));
  }

  private void judge(String what, List<String> harmful, int length) {
    found.put(what, harmful);
    bytes += length;
  }

  /** A view that is open while they come. */
  private void live(Path folder, Path data, String view, List<String> words) throws Exception {
    Path readyFile = folder.resolve("ready-" + view);
    var all = new ArrayList<>(List.of("serve", "--data", data.toString()));
    all.addAll(List.of("--receiver-port", "0", "--admin-port", "0"));
    all.addAll(List.of("--ready-file", readyFile.toString()));
    all.addAll(words);
    try (Pty pty = Pty.start(folder, all)) {
      while (!Files.exists(readyFile)) {
        pty.await("");
        TimeUnit.MILLISECONDS.sleep(20);
      }
      String ready = Files.readString(readyFile);
      int port =
          Integer.parseInt(
              ready.replaceAll("(?s).*\"receiver\":\"http://127.0.0.1:(\\d+)\".*", "$1"));
      send(port);
      boolean rows = view.equals("plain");
      if (rows) {
        pty.await("forged");
        TimeUnit.SECONDS.sleep(2);
      } else {
        walkAround(pty);
      }
      byte[] written = pty.written();
      judge(
          "the live view, " + view,
          rows ? Screened.rows(written) : Screened.fullScreen(written),
          written.length);
    }
  }

  /** Every delivery and every part of it. */
  private static void walkAround(Pty pty) throws InterruptedException {
    TimeUnit.SECONDS.sleep(2);
    pty.type("\r");
    for (int delivery = 0; delivery < 6; delivery++) {
      for (String key : List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "\t", " ")) {
        pty.type(key);
        TimeUnit.MILLISECONDS.sleep(120);
      }
      pty.type("j");
      TimeUnit.MILLISECONDS.sleep(120);
    }
  }

  private static void send(int port) throws Exception {
    try (var courier = new Courier(port)) {
      courier.send(Body.of(Payloads.body()));
      courier.send(Body.of(Payloads.body().replace("1200", "1201")));
      courier.send(Body.of(Payloads.raw()));
    }
    String forged = Payloads.body();
    for (String payload : Payloads.all()) {
      String value = new String(payload.getBytes(UTF_8), ISO_8859_1);
      for (String lines :
          List.of(
              Signature.HEADER + ": " + value,
              "User-Agent: a" + value + "z",
              "X-Odd: a" + value + "z\r\n" + Signature.HEADER + ": " + "0".repeat(64))) {
        post(port, ReceiverProcess.KEY.text(), lines, "{\"events\":[]}");
      }
      post(port, value.replaceAll("\\s", ""), "X-Odd: 1", "{}");
    }
    post(port, ReceiverProcess.KEY.text(), Signature.HEADER + ": " + "0".repeat(64), forged);
  }

  private static void post(int port, String key, String lines, String body) throws Exception {
    try {
      Wire.exchange(
          port,
          "POST /in/%s HTTP/1.1\r\nHost: x\r\n%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
              .formatted(key, lines, body.length(), body));
    } catch (java.net.SocketException _) {
      // refused before it was read
    }
  }

  private void commands(Path folder, Path data) throws Exception {
    String evil = String.join("", Payloads.all()).replaceAll("[\\x00\r\n]", "");
    List<String> ids = ids(folder, data);
    var all = new ArrayList<List<String>>();
    all.add(List.of("list", "--limit", "300"));
    all.add(List.of("list", "--limit", "300", "--output", "json"));
    for (String id : ids) {
      all.add(List.of("show", id));
    }
    all.add(List.of("show", ids.getFirst(), "--output", "json"));
    all.add(List.of("explain", ids.getLast()));
    all.add(List.of("search", "xy"));
    all.add(List.of("search", "FORGED"));
    all.add(List.of("timeline", "1200"));
    all.add(List.of("diff", ids.get(0), ids.get(1)));
    all.add(List.of("list", evil));
    all.add(List.of("show", evil));
    all.add(List.of(evil));
    for (List<String> words : all) {
      var more = new ArrayList<>(words);
      if (words.size() > 1) {
        more.addAll(List.of("--data", data.toString()));
      }
      try (Pty pty = Pty.start(folder, more)) {
        byte[] written = pty.awaitEnd();
        String what = words.getFirst().equals(evil) ? "an unknown command" : words.getFirst();
        judge(what + " " + found.size(), Screened.rows(written), written.length);
      }
    }
  }

  /** Of the deliveries with bodies. */
  private static List<String> ids(Path folder, Path data) throws Exception {
    var words = List.of("list", "--limit", "500", "--output", "json", "--data", data.toString());
    try (Pty pty = Pty.start(folder, words)) {
      return new String(pty.awaitEnd(), UTF_8)
          .lines()
          .filter(line -> line.matches(".*\"size\":\\d{3,}.*"))
          .map(line -> line.replaceAll(".*?\"id\":\"([0-9A-Z]+)\".*", "$1"))
          .limit(4)
          .toList();
    }
  }

  /** How many of the payloads are noticed when they are printed as they are. */
  private static int control(Path folder) throws Exception {
    int seen = 0;
    for (String payload : Payloads.all()) {
      Path file = Files.writeString(folder.resolve("raw.txt"), "a" + payload + "z\n");
      try (Pty pty = Pty.shell(folder, "cat " + file)) {
        byte[] written = pty.awaitEnd();
        boolean styled = new String(written, UTF_8).matches("(?s).*\u001b\\[[0-9;]*m.*");
        seen += Screened.rows(written).isEmpty() && !styled ? 0 : 1;
      }
    }
    return seen;
  }
}

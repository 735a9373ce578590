package webhookinspector.checks.receiving;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.checks.Check;
import webhookinspector.checks.JavaCommand;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.delivery.Body;

/**
 * Odd bodies and headers from the socket through the ledger to whoever asks for them: the raw
 * bytes, an export, and a replay (threats A4, B6, E13).
 */
public final class RawFidelity implements Check {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SHOWN = 8;

  @Override
  public String name() {
    return "raw-fidelity";
  }

  @Override
  public String promise() {
    return "bodies and headers come out of show, export and replay byte for byte as they came in";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("BodiesTest and ReplayerTest do the same in the small, each its half");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
        var target = new CopyingTarget()) {
      Map<String, OddDelivery> sent = send(receiver.port(), 5_000);
      int raw = shown(folder, data, sent);
      Path file = folder.resolve("all.jsonl");
      run(
          folder,
          folder.resolve("export.txt"),
          data,
          "export",
          "--keep-signatures",
          "--file",
          file + "");
      int exported = exported(file, sent);
      run(
          folder,
          folder.resolve("replay.txt"),
          data,
          "replay",
          "--where",
          "since=1d",
          "--to",
          target.address());
      int replayed = replayed(target.arrivals(), sent);
      return Outcome.of(
          sent.size() == 5_000
              && raw == SHOWN
              && exported == sent.size()
              && replayed == sent.size(),
          "%,d deliveries with odd bytes and headers acknowledged; byte for byte: %d of %d by show --raw, %,d by export (headers in order and case, too), %,d by replay (with the true signature)"
              .formatted(sent.size(), raw, SHOWN, exported, replayed));
    }
  }

  /** What was answered with 200, by its id. */
  private static Map<String, OddDelivery> send(int port, int count) throws IOException {
    var sent = new LinkedHashMap<String, OddDelivery>();
    try (Peer peer = Peer.to(port)) {
      for (int i = 0; i < count; i++) {
        OddDelivery odd = OddDelivery.number(i);
        peer.send(odd.request());
        Peer.Answer answer = peer.answer();
        if (answer.status() != 200) {
          throw new IOException("answered " + answer.status() + ": " + odd.headers());
        }
        sent.put(answer.head().replaceAll("(?s).*X-Delivery-Id: (\\w+).*", "$1"), odd);
      }
    }
    return sent;
  }

  private static int shown(Path folder, Path data, Map<String, OddDelivery> sent)
      throws IOException, InterruptedException {
    int same = 0;
    for (Map.Entry<String, OddDelivery> one : sent.entrySet().stream().limit(SHOWN).toList()) {
      Path out = folder.resolve("raw.bin");
      run(folder, out, data, "show", one.getKey(), "--raw");
      same += Arrays.equals(Files.readAllBytes(out), one.getValue().bytes()) ? 1 : 0;
    }
    return same;
  }

  private static int exported(Path file, Map<String, OddDelivery> sent) throws IOException {
    int same = 0;
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        JsonNode json = JSON.readTree(line);
        OddDelivery odd = sent.get(json.path("id").asString(""));
        same += odd != null && isSame(json, odd) ? 1 : 0;
      }
    }
    return same;
  }

  private static boolean isSame(JsonNode json, OddDelivery odd) {
    byte[] body =
        json.has("bodyBase64")
            ? Base64.getDecoder().decode(json.get("bodyBase64").asString())
            : json.required("body").asString().getBytes(StandardCharsets.UTF_8);
    var headers = new ArrayList<List<String>>();
    json.required("headers")
        .forEach(h -> headers.add(List.of(h.get(0).asString(), h.get(1).asString())));
    return Arrays.equals(body, odd.bytes()) && headers.equals(odd.headers());
  }

  private static int replayed(List<CopyingTarget.Arrival> arrivals, Map<String, OddDelivery> sent) {
    var left = new HashMap<>(sent);
    int same = 0;
    for (CopyingTarget.Arrival arrival : arrivals) {
      OddDelivery odd = left.remove(arrival.delivery());
      same +=
          odd != null
                  && arrival.body().equals(Body.wrapping(odd.bytes()))
                  && arrival.signature().equals(odd.signature())
              ? 1
              : 0;
    }
    return same;
  }

  private static void run(Path folder, Path out, Path data, String... words)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(JavaCommand.of("webhookinspector.cli.Main"));
    command.addAll(List.of(words));
    command.addAll(List.of("--data", data.toString()));
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", words) + ": " + Files.readString(err));
    }
  }
}

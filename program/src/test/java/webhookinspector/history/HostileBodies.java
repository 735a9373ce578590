package webhookinspector.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;

/** Bodies that want to break whoever reads them (threats B5 to B10), written by us. */
public final class HostileBodies {

  private HostileBodies() {}

  /** Each as bytes. */
  public static List<byte[]> all() {
    var all = new ArrayList<byte[]>();
    for (String text :
        List.of(
            "",
            "\u0000",
            "{",
            "[]",
            "null",
            "{\"events\":{}}",
            "{\"events\":[null,1,\"x\",[],{}]}",
            "{\"events\":[],\"events\":[{\"resource\":1}]}",
            "\ufeff{\"events\":[]}",
            event("\\u0000\\u0007\\u001b[2J"),
            event("\u202eexe.txt\u2066"),
            event("\\ud800"),
            event("\\udc00\\ud800"),
            event("'; DROP TABLE deliveries; --"),
            event("\"\\u0022"),
            event("x".repeat(1_000_000)),
            event("🚀".repeat(200)),
            "{\"events\":[{\"resource\":{\"gid\":12345678901234567890},\"action\":1e999999999}]}",
            "{\"events\":[{\"resource\":" + "9".repeat(1_000_000) + "}]}",
            "{\"events\":[{\"resource\":\"\\ud800\",\"user\":\"\\u0000\",\"parent\":\"none\"}]}",
            "{\"events\":" + "[".repeat(500_000),
            "{\"a\":".repeat(100_000),
            "{\"events\":[" + "{\"resource\":1},".repeat(70_000) + "{\"resource\":2}]}",
            manyKeys())) {
      all.add(text.getBytes(StandardCharsets.UTF_8));
    }
    all.add(new byte[] {(byte) 0xff, (byte) 0xfe, 0, '{'});
    all.add("{\"events\":[]}".getBytes(StandardCharsets.UTF_16));
    all.add(new byte[] {'{', (byte) 0xc3, (byte) 0x28, '}'});
    all.add(new byte[1 << 20]);
    return all;
  }

  private static String event(String text) {
    return "{\"events\":[{\"action\":\""
        + text
        + "\",\"resource\":{\"gid\":\"1\",\"resource_type\":\""
        + text
        + "\",\"name\":\""
        + text
        + "\"},\"created_at\":\"-999999999-01-01T00:00:00Z\",\"change\":{\"field\":\""
        + text
        + "\"}}]}";
  }

  private static String manyKeys() {
    var body = new StringBuilder("{");
    for (int i = 0; i < 100_000; i++) {
      body.append("\"k").append(i).append("\":0,");
    }
    return body.append("\"events\":[]}").toString();
  }

  /** Each inspected, believed. */
  public static List<Inspected> inspected() {
    var inspected = new ArrayList<Inspected>();
    for (byte[] body : all()) {
      int n = inspected.size() + 1;
      inspected.add(
          Inspector.inspect(
              new Position(n),
              new Judged(
                  new DeliveryId("%026d".formatted(n)),
                  new InboxName("board"),
                  Source.WEBHOOK,
                  new Delivery(
                      Instant.parse("2026-06-12T08:00:00Z"), Headers.none(), Body.of(body)),
                  new Judgement(false, "authentic", "signed", true),
                  200),
              null,
              Names.none()));
    }
    return inspected;
  }
}

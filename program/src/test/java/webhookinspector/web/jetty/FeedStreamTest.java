package webhookinspector.web.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.event.Ref;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.feed.State;
import webhookinspector.inspection.EventLine;

/** Threat J5, and what a page needs to be live. */
class FeedStreamTest {

  private final Port port = Port.impatient();

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void greetsWithTheStateAndThenTellsEachLineAsItHappens() throws IOException {
    port.admin.add(Examples.completed(1));
    try (var feed = EventSource.open(port, null)) {
      assertThat(feed.next()).startsWith("{\"type\":\"state\"").contains("\"LIVE\"");
      assertThat(feed.lastId).as("where to resume if nothing else comes").isEqualTo("1");
      await().until(() -> port.admin.followers() == 1);
      port.admin.add(Examples.completed(2));
      assertThat(feed.next()).isEqualTo(LineJson.write(Examples.told(Examples.completed(2))));
      assertThat(feed.lastId).isEqualTo("2");
      port.admin.tell(new Line.OfState(Examples.NOON, new State.Degraded("the disk is full")));
      assertThat(feed.next()).contains("DEGRADED");
      assertThat(feed.lastId).as("only deliveries move it").isEqualTo("2");
    }
  }

  @Test
  void tellsALineWithinAHundredMilliseconds() throws IOException {
    var delays = new ArrayList<Long>();
    try (var feed = EventSource.open(port, null)) {
      feed.next();
      await().until(() -> port.admin.followers() == 1);
      for (int i = 1; i <= 50; i++) {
        long began = System.nanoTime();
        port.admin.add(Examples.completed(i));
        feed.next();
        delays.add(System.nanoTime() - began);
      }
    }
    assertThat(Duration.ofNanos(delays.stream().sorted().toList().get(25)))
        .isLessThan(Duration.ofMillis(100));
  }

  @Test
  void resumesAfterABreakWithoutLossAndWithoutRepeats() throws IOException {
    var seen = new ArrayList<Long>();
    @Nullable String lastId = "0";
    for (int round = 0; round < 5; round++) {
      for (int i = 1; i <= 20; i++) {
        port.admin.add(Examples.completed(round * 20 + i)); // some of them while nobody reads
      }
      try (var feed = EventSource.open(port, lastId)) {
        feed.next();
        int few = round == 4 ? 100 - seen.size() : 13;
        feed.next(few).forEach(json -> seen.add(position(json)));
        lastId = feed.lastId;
      }
    }
    assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
  }

  private static long position(String json) {
    return LineReader.parse(json).path("position").asLong(0);
  }

  @Test
  void doesNotGoBackForALaterJudgement() throws IOException {
    try (var feed = EventSource.open(port, "0")) {
      feed.next();
      port.admin.add(Examples.completed(1));
      port.admin.add(Examples.completed(2));
      port.admin.add(Examples.forged(1));
      assertThat(feed.next(3).get(2)).contains("\"forged\"");
      assertThat(feed.lastId).isEqualTo("2");
    }
  }

  @Test
  void keepsAQuietConnectionAlive() throws IOException {
    try (var feed = EventSource.open(port, null)) {
      assertThat(feed.comment()).isEqualTo(": pulse");
    }
  }

  @Test
  void noticesThatAReaderLeft() throws IOException {
    EventSource.open(port, null).close();
    await().until(() -> port.admin.followers() == 0 && port.port.streams() == 0);
  }

  @Test
  void cutsOffWhoTakesNothingAndServesEverybodyElse() throws Exception {
    var stalled = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 100; i++) {
        stalled.add(EventSource.stalled(port));
      }
      await().until(() -> port.admin.followers() == 100);
      long before = usedMemory();
      for (int i = 1; i <= 2_000; i++) {
        port.admin.add(wide(i));
      }
      assertThat(readUpTo(2_000)).isEqualTo(LongStream.rangeClosed(1, 2_000).boxed().toList());
      await().atMost(Duration.ofSeconds(20)).until(() -> port.port.streams() <= 1);
      assertThat(usedMemory() - before).as("bytes").isLessThan(50L << 20);
      assertThat(port.anonymous("GET", "/healthz", "").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : stalled) {
        socket.close();
      }
    }
  }

  /** As a browser does: whenever the stream ends, it comes again from where it was. */
  private List<Long> readUpTo(long last) throws IOException {
    var seen = new ArrayList<Long>();
    @Nullable String lastId = "0";
    while (!Long.toString(last).equals(lastId)) {
      try (var feed = EventSource.open(port, lastId)) {
        for (String json = feed.next(); json != null; json = feed.next()) {
          if (json.startsWith("{\"type\":\"delivery\"")) {
            seen.add(position(json));
          }
          lastId = feed.lastId;
          if (Long.toString(last).equals(lastId)) {
            return seen;
          }
        }
      }
    }
    return seen;
  }

  /** A line of about 10 kB, so that buffers fill. */
  private static webhookinspector.inspection.DeliveryLine wide(int position) {
    var task = new Ref("1", "task", null, "x".repeat(100));
    var event = new EventLine("changed", task, task, null, "name", Examples.NOON, "y".repeat(100));
    return Examples.delivery(
        position, IntStream.range(0, 16).mapToObj(_ -> event).toArray(EventLine[]::new));
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void tellsASlowReaderWhereToResumeWhenItFellBehind() throws Exception {
    port.admin.followCapacity = 10;
    try (var feed = EventSource.open(port, "0")) {
      feed.next();
      await().until(() -> port.admin.followers() == 1);
      for (int i = 1; i <= 5_000; i++) {
        port.admin.add(wide(i));
      }
      List<String> all = feed.next(10_000);
      String last = all.getLast();
      assertThat(last).startsWith("{\"type\":\"behind\",\"missed\":");
      long told = all.size() - 1L;
      assertThat(LineReader.parse(last).path("after").asLong(0)).isEqualTo(told);
      assertThat(feed.lastId).isEqualTo(Long.toString(told));
    }
  }

  @Test
  void opensNoMoreStreamsThanItCanServe() throws Exception {
    var open = new ArrayList<EventSource>();
    try {
      for (int i = 0; i < Streams.MAX_OPEN; i++) {
        open.add(EventSource.open(port, null));
      }
      var refused = port.get("/api/v1/feed");
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("feed: 256 streams are open already");
      assertThat(port.anonymous("GET", "/healthz", "").statusCode()).isEqualTo(200);
    } finally {
      for (EventSource source : open) {
        source.close();
      }
    }
  }

  @Test
  void endsWithThePort() throws Exception {
    try (var feed = EventSource.open(port, null)) {
      feed.next();
      port.close();
      assertThat(feed.next()).isNull();
    }
  }
}

package webhookinspector.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Body;

/** Everything that the protocol reference shows, and everything that a stranger may post. */
class ContentTest {

  @Test
  void isAHeartbeatWithoutEvents() {
    assertThat(of("{\"events\":[]}")).isEqualTo(new Content.Heartbeat());
    assertThat(of(" { \"events\" : [ ] } \n")).isEqualTo(new Content.Heartbeat());
  }

  @Test
  void holdsAChangeAsTheEventsReferenceShowsIt() {
    Event event =
        only(
            """
            {"events":[{"user":{"gid":"12345","resource_type":"user"},
              "created_at":"2026-11-21T10:11:12.345Z","action":"changed",
              "resource":{"gid":"678","resource_type":"task","resource_subtype":"default_task"},
              "parent":null,
              "change":{"field":"assignee","action":"changed",
                "new_value":{"gid":"12345","resource_type":"user"}}}]}
            """);

    assertThat(event)
        .isEqualTo(
            new Event(
                "changed",
                new Ref("678", "task", "default_task", null),
                null,
                Ref.of("12345", "user"),
                Instant.parse("2026-11-21T10:11:12.345Z"),
                new Change("assignee", "changed", Ref.of("12345", "user"), null, null)));
  }

  @Test
  void toleratesNullsAndMissingKeys() {
    Event event =
        only(
            "{\"events\":[{\"action\":\"deleted\",\"user\":null,\"parent\":null,"
                + "\"resource\":{\"gid\":\"1\"}}]}");

    assertThat(event.user()).isNull();
    assertThat(event.parent()).isNull();
    assertThat(event.change()).isNull();
    assertThat(event.createdAt()).isNull();
    assertThat(event.resource()).isEqualTo(new Ref("1", null, null, null));
  }

  @Test
  void toleratesActionsFieldsAndKeysThatAsanaInventedSince() {
    Event event =
        only(
            "{\"events\":[{\"action\":\"teleported\",\"resource\":{\"gid\":\"1\",\"resource_type\":"
                + "\"hologram\",\"deep\":{\"er\":[1,{\"x\":null}]}},\"new\":[[],{}],"
                + "\"change\":{\"field\":\"aura\",\"action\":\"changed\",\"new_value\":\"blue\"}}]}");

    assertThat(event.action()).isEqualTo("teleported");
    assertThat(event.resource().resourceType()).isEqualTo("hologram");
    assertThat(event.change()).isEqualTo(new Change("aura", "changed", null, null, null));
  }

  @Test
  void readsTheNumberIdsOfOldDigitForDigit() {
    Event event =
        only(
            "{\"events\":[{\"action\":\"added\",\"type\":\"task\",\"resource\":12345678901234567890,"
                + "\"user\":{\"id\":98765432109876543210},\"parent\":42}]}");

    assertThat(event.resource()).isEqualTo(Ref.of("12345678901234567890", "task"));
    assertThat(event.user()).isEqualTo(new Ref("98765432109876543210", null, null, null));
    assertThat(event.parent()).isEqualTo(new Ref("42", null, null, null));
  }

  @Test
  void saysWhatItPassedOver() {
    assertThat(
            of("{\"events\":[{\"action\":\"added\",\"resource\":{\"gid\":\"1\"}},7,{}],\"x\":1}"))
        .isInstanceOfSatisfying(
            Content.Events.class,
            events -> {
              assertThat(events.events()).hasSize(1);
              assertThat(events.oddities())
                  .contains("event 1 is not an object", "event 2 has no resource");
            });
  }

  @Test
  void holdsTheEventsOfAPageOfTheEventsEndpointWithTheirNames() {
    Event event =
        only(
            """
            {"data":[{"type":"task","action":"added","user":null,
              "resource":{"gid":"678","resource_type":"task","name":"Fix login"},
              "parent":{"gid":"9","resource_type":"project","name":"Build board"}}],
             "sync":"5f0c:0","has_more":true}
            """);
    assertThat(event.resource().name()).isEqualTo("Fix login");
    assertThat(of("{\"data\":[],\"sync\":\"5f0c:0\",\"has_more\":false}"))
        .isEqualTo(new Content.Heartbeat());
  }

  @Test
  void takesOnlyEventsForTheEventsOfAWebhookBody() {
    assertThat(
            of(
                "{\"data\":[{\"resource\":{\"gid\":\"2\"}}],\"sync\":\"s\","
                    + "\"events\":[{\"resource\":{\"gid\":\"1\"}}]}"))
        .isInstanceOfSatisfying(
            Content.Events.class,
            events -> {
              assertThat(events.events()).extracting(e -> e.resource().gid()).containsExactly("1");
              assertThat(events.oddities()).contains("unknown key beside events");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"events\"",
        "{}",
        "{\"events\":{}}",
        "{\"data\":[]}",
        "{\"sync\":\"s\"}",
        "{\"data\":[{}],\"sync\":\"s\"}",
        "{\"events\":null}",
        "{\"events\":[",
        "{\"events\":[]",
        "{\"events\":[]}{}",
        "{\"events\":[]} x",
        "{events:[]}",
        "{\"events\":[1e999999999]}",
        "{\"events\":[],\"events\":[]}",
        "{\"events\":[{}]}",
        "\u0000",
        "{\"events\":[\"\\ud800\"]}",
        "{\"events\":[NaN]}",
        "\ufeff{\"events\":7}",
        "events=%5B%5D",
        "<events/>",
        "{\"events\":[{\"resource\":{\"gid\":1.5e400}}]}"
      })
  void isJunkRatherThanAnError(String body) {
    assertThat(of(body)).isInstanceOf(Content.Junk.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 10_000, 100_000, 500_000})
  void survivesDeepNesting(int depth) {
    assertThat(of("[".repeat(depth))).isInstanceOf(Content.Junk.class);
    assertThat(of("{\"events\":[{\"x\":" + "{\"a\":".repeat(depth)))
        .isInstanceOf(Content.Junk.class);
  }

  @Test
  void survivesNumbersThatAreTooLongToCalculateWith() {
    assertThat(of("{\"events\":[{\"x\":" + "9".repeat(1_000_000) + "}]}"))
        .isInstanceOf(Content.Junk.class);
  }

  @Test
  void neverThrowsForBytes() {
    Random random = new Random(7);
    byte[] sound =
        "{\"events\":[{\"action\":\"added\",\"resource\":{\"gid\":\"1\"}}]}"
            .getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = sound.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(Content.of(Body.of(bytes))).isNotNull();
    }
  }

  private static Content of(String body) {
    return Content.of(Body.of(body));
  }

  private static Event only(String body) {
    assertThat(of(body)).isInstanceOf(Content.Events.class);
    return ((Content.Events) of(body)).events().getFirst();
  }
}

package webhookinspector.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.event.Content;
import webhookinspector.event.Event;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.subscription.Filter;

class LetThroughTest {

  private static final List<Event> THREE =
      events("added", "changed", "deleted"); // of tasks, in one body

  private static List<Event> events(String... actions) {
    String body =
        String.join(
            ",",
            Stream.of(actions)
                .map(
                    action ->
                        """
                        {"action":"%s","resource":{"gid":"1","resource_type":"task"}}"""
                            .formatted(action))
                .toList());
    Content content = Content.of(Body.of("{\"events\":[" + body + "]}"));
    return ((Content.Events) content).events();
  }

  private static String words(String... filters) {
    var webhook =
        new OwnWebhook(
            "77",
            URI.create("https://inspector.example.net/in/abc"),
            Stream.of(filters).map(Filter::parse).toList(),
            "900",
            Instant.EPOCH,
            true);
    return LetThrough.words(
        webhook, THREE, gid -> Optional.of("Roadmap").filter(_ -> gid.equals("77")));
  }

  @Test
  void isEverythingWithoutFilters() {
    assertThat(words())
        .isEqualTo("Webhook 900 watches “Roadmap” without filters: every change there.");
  }

  @Test
  void isToldFilterByFilter() {
    assertThat(words("resource_type=task", "resource_type=task,action=added"))
        .isEqualTo(
            """
            Webhook 900 watches “Roadmap”. Its filters, and what each lets through:
            resource_type=task: 3 events
            resource_type=task,action=added: 1 event""");
  }

  @Test
  void isNotKnownOfOneThatIsDeleted() {
    assertThat(LetThrough.forgotten("900"))
        .isEqualTo("Webhook 900 told it; that one is deleted, and its filters with it.");
  }

  @Test
  void saysWhatNoFilterOfTodayLetsThrough() {
    assertThat(words("resource_type=task,action=added"))
        .endsWith(
            "\n2 events pass none of them as they stand now; they may have been other ones then.");
  }
}

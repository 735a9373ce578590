package webhookinspector.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Body;

class PageTest {

  @Test
  void holdsEventsAndTheTokenBehindThem() {
    Page page =
        of("{\"data\":[{\"resource\":{\"gid\":\"1\"}}],\"sync\":\"5f0c:0\",\"has_more\":true}");
    assertThat(page.events()).hasSize(1);
    assertThat(page.sync()).isEqualTo("5f0c:0");
    assertThat(page.hasMore()).isTrue();
  }

  @Test
  void holdsATokenAndNoEventsWhereAStreamBegins() {
    Page page = of("{\"errors\":[{\"message\":\"Sync token invalid\"}],\"sync\":\"5f0c:0\"}");
    assertThat(page).isEqualTo(new Page(java.util.List.of(), "5f0c:0", false));
  }

  @Test
  void toleratesEventsThatLackAlmostEverything() {
    Page page =
        of(
            """
            {"data":[{"resource":{"gid":"1"}},{"action":"added"},7,
                     {"type":"task","resource":{"gid":2},"user":null,"parent":null,"change":"x"}],
             "sync":"s","has_more":"no"}""");
    assertThat(page.events())
        .containsExactly(
            new Event("", new Ref("1", null, null, null), null, null, null, null),
            new Event("", new Ref("2", "task", null, null), null, null, null, null));
    assertThat(page.hasMore()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "{\"data\":[]}",
        "{\"data\":[],\"sync\":null}",
        "{\"data\":[],\"sync\":\"s\"",
        "{\"data\":[],\"sync\":\"s\",\"sync\":\"t\"}"
      })
  void isNothingWithoutATokenThatOneCanGoOnWith(String body) {
    assertThat(Page.of(Body.of(body))).isEmpty();
  }

  private static Page of(String body) {
    return Page.of(Body.of(body)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[ ]",
        "[{\"resource\":{\"gid\":\"1\"},\"x\":\"\\u00e9 é 🚀\"}, {\"a\":[1.10]}\n]"
      })
  void becomesABodyAsAWebhookSendsItByteForByte(String list) {
    String before = "{ \"has_more\":true,\"sync\":\"é\",\"data\":  ";
    Body body = Body.of(before + list + " , \"more\": {}}");
    assertThat(Page.asWebhookBody(body)).contains(Body.of("{\"events\":" + list + "}"));
  }

  @Test
  void becomesNoBodyWhenItIsNoPage() {
    assertThat(Page.asWebhookBody(Body.of("{\"events\":[]}"))).isEmpty();
    assertThat(Page.asWebhookBody(Body.of("{\"errors\":[],\"sync\":\"s\"}"))).isEmpty();
    assertThat(Page.asWebhookBody(Body.of("<html>"))).isEmpty();
  }
}

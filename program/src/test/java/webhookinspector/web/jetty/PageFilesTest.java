package webhookinspector.web.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {

  private static final Port PORT = Port.open();

  @AfterAll
  static void close() {
    PORT.close();
  }

  @Test
  void namesEveryModuleInTheHead() {
    String index = PORT.get("/").body();
    assertThat(Modules.all())
        .hasSizeGreaterThan(20)
        .allSatisfy(path -> assertThat(index).contains("\"" + path + "\""));
    assertThat(Modules.all())
        .allSatisfy(path -> assertThat(PORT.get(path).statusCode()).isEqualTo(200));
  }

  @Test
  void packsFilesForWhoeverUnderstandsIt() throws IOException {
    String plain = PORT.get("/page/js/model.js").body();
    var packed = PORT.get("/page/js/model.js", "Accept-Encoding", "gzip, br");
    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    byte[] bytes = PageFiles.at("/page/js/model.js").orElseThrow().packed().toBytes();
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
    }
    assertThat(bytes.length).isLessThan(plain.length() / 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page/../index.html", "/page/js/main.JS", "/page/js//main.js",
        "/page/js/main.js.map", "/page/nothing.js", "/vendor/other.js"
      })
  void servesNoOtherSpelling(String path) {
    assertThat(PORT.get(path).statusCode()).isNotEqualTo(200);
  }
}

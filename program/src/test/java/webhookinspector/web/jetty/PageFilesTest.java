package webhookinspector.web.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Of every module, wherever it stands. */
  private static List<String> sources() throws IOException {
    Path folder =
        Path.of(
            System.getProperty("project.root"), "page/src/main/resources/webhookinspector/page/js");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> "// /page/js/" + folder.relativize(file))
          .toList();
    }
  }

  @Test
  void holdsEveryModuleOnceInOneOfTwoFiles() throws Exception {
    String first = PORT.get(Bundle.FIRST).body();
    String rest = PORT.get(Bundle.REST).body();
    assertThat(sources())
        .hasSizeGreaterThan(60)
        .allSatisfy(source -> assertThat(first + rest).containsOnlyOnce(source + "\n"));
    assertThat(first)
        .contains("// /page/js/list/list.js")
        .doesNotContain("// /page/js/setup/wizard");
  }

  @Test
  void asksForNothingThatIsNotThere() {
    String all =
        PORT.get("/").body() + PORT.get(Bundle.FIRST).body() + PORT.get(Bundle.REST).body();
    var paths =
        Pattern.compile("(?:href=|src=|from |import\\()\"(/[^\"?]+)\"")
            .matcher(all)
            .results()
            .map(match -> match.group(1))
            .filter(path -> path.startsWith("/page") || path.startsWith("/vendor"))
            .collect(Collectors.toSet());
    assertThat(paths)
        .hasSizeGreaterThan(4)
        .allSatisfy(path -> assertThat(PORT.get(path).statusCode()).isEqualTo(200));
  }

  @Test
  void packsFilesForWhoeverUnderstandsIt() throws IOException {
    String plain = PORT.get("/page/main.js").body();
    var packed = PORT.get("/page/main.js", "Accept-Encoding", "gzip, br");
    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    byte[] bytes = PageFiles.at("/page/main.js").orElseThrow().packed().toBytes();
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)).isEqualTo(plain);
    }
    assertThat(bytes.length).isLessThan(plain.length() / 2);
  }

  @Test
  void givesNothingBesideThePage() {
    List<String> names =
        Stream.of(
                "/page/../",
                "/page/../../",
                "/page/js/../../",
                "/page/....//",
                "/page/..%2f",
                "/page/%2e%2e/",
                "/page/%252e%252e/",
                "/page/..\\",
                "/page/js\\..\\",
                "/page//",
                "//",
                "/page/\u0000",
                "/page/\u2215..\u2215",
                "/page/\uff0e\uff0e/",
                "/page/C:/",
                "/page/file:/",
                "/page/~/",
                "/page/./",
                "/page/js/.",
                "/page/a/../../")
            .flatMap(start -> Stream.of("openapi.js", "etc.css", "con.svg").map(start::concat))
            .toList();
    assertThat(names)
        .hasSize(60)
        .allSatisfy(name -> assertThat(PageFiles.at(name)).as(name).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page/../index.html",
        "/page/main.JS",
        "/page//main.js",
        "/page/js/main.js",
        "/page/main.js.map",
        "/page/nothing.js",
        "/vendor/other.js"
      })
  void servesNoOtherSpelling(String path) {
    assertThat(PORT.get(path).statusCode()).isNotEqualTo(200);
  }
}

package webhookinspector.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TestingDocsTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

  @Test
  void theExampleIsTheTestThatRuns() throws IOException {
    String test =
        Files.readString(
            ROOT.resolve(
                "simulator/src/test/java/webhookinspector/junit/TestingWithJUnitTest.java"));
    String example = test.substring(test.indexOf("class TestingWithJUnitTest"));
    assertThat(Files.readString(ROOT.resolve("docs/testing-with-junit.md"))).contains(example);
  }
}

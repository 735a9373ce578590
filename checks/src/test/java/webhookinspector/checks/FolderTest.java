package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see the data folder, and who may have it. */
class FolderTest {

  @TempDir Path home;

  @Test
  void isReadableByNobodyElseAlthoughTheUmaskWouldAllowIt() throws IOException {
    try (Program serve = Programs.serve(home, "--ready-file", home.resolve("ready").toString())) {
      serve.ready();
      assertThat(mode(home.resolve("data"))).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(home.resolve("data"))) {
        assertThat(files.toList())
            .hasSizeGreaterThanOrEqualTo(6)
            .allSatisfy(file -> assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------"));
      }
      assertThat(mode(home.resolve("ready"))).isEqualTo("rw-------");
      serve.signal("TERM");
      assertThat(serve.exitCode()).isZero();
    }
  }

  @Test
  void isRefusedToASecondHolderWhoIsToldTheFirst() {
    try (Program first = Programs.serve(home)) {
      String admin = first.ready().required("admin").asString();
      try (Program second = Programs.serve(home)) {
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.out()).isEmpty();
        assertThat(String.join("\n", second.err()))
            .contains("pid " + first.pid(), "serve", admin)
            .doesNotContain("Exception");
      }
    }
  }

  @Test
  void isTakenOverFromAHolderThatWasKilled() {
    try (Program first = Programs.serve(home)) {
      first.ready();
      first.signal("KILL");
      first.exitCode();
      assertThat(home.resolve("data/running.json")).exists();
      try (Program second = Programs.serve(home)) {
        second.ready();
        second.signal("TERM");
        assertThat(second.exitCode()).isZero();
      }
    }
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      return e.toString();
    }
  }
}

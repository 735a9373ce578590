package webhookinspector.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.backup.Backup;
import webhookinspector.backup.BadBackup;
import webhookinspector.backup.Manifest;
import webhookinspector.backup.Restore;
import webhookinspector.imports.Shelf;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Marking;

class BackupTest {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");

  @TempDir Path folder;
  private Path data;
  private Shelf shelf;
  private final Backup backup = new Backup(new SqliteDatabases(Map.of()), () -> NOON);
  private final Restore restore = new Restore(new SqliteDatabases(Map.of()));

  @BeforeEach
  void open() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    shelf = new Shelf(data, 1).withInbox();
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"monday", "monday.zip"})
  void holdsWhatWasKeptAndGivesItBackWhileTheFolderIsInUse(String name) throws IOException {
    List<Judged> kept =
        IntStream.range(0, 30).mapToObj(i -> shelf.received("{\"n\":" + i + "}")).toList();
    shelf.registry.mark(kept.getFirst().id(), new Marking(true, "look"));
    Path target = folder.resolve(name);
    Manifest made = backup.make(data, target);
    shelf.received("{\"later\":1}");
    assertThat(made.madeAt()).isEqualTo(NOON);
    assertThat(made.rows("ledger.db", "delivery")).isEqualTo(30);
    assertThat(restore.check(target)).isEqualTo(made);
    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    assertThat(restore.restore(target, fresh)).isEqualTo(made);
    try (var restored = new Shelf(fresh, 2)) {
      assertThat(restored.lines()).hasSize(30);
      assertThat(restored.ledger.find(kept.get(7).id()).orElseThrow().judged())
          .isEqualTo(kept.get(7));
      assertThat(restored.registry.inboxes()).isEqualTo(shelf.registry.inboxes());
      assertThat(restored.registry.marking(kept.getFirst().id()).note()).isEqualTo("look");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("data", "fresh", name);
    }
  }

  @Test
  void letsNobodyElseReadIt() throws IOException {
    shelf.received("{}");
    Path plain = folder.resolve("monday");
    backup.make(data, plain);
    backup.make(data, folder.resolve("monday.zip"));
    assertThat(mode(plain)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("monday.zip"))).isEqualTo("rw-------");
    for (String name : List.of("ledger.db", "registry.db", "backup.json")) {
      assertThat(mode(plain.resolve(name))).as(name).isEqualTo("rw-------");
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void noticesAChangedByteAnywhere() throws IOException {
    shelf.received("{\"name\":\"" + "x".repeat(20_000) + "\"}");
    Path target = folder.resolve("monday");
    backup.make(data, target);
    for (String name : List.of("ledger.db", "registry.db")) {
      long size = Files.size(target.resolve(name));
      for (long at = 7; at < size; at += size / 5) {
        flip(target.resolve(name), at);
        assertThatThrownBy(() -> restore.check(target))
            .as("%s at %s", name, at)
            .isInstanceOf(BadBackup.class)
            .hasMessageContaining(name);
        flip(target.resolve(name), at);
      }
    }
    assertThat(restore.check(target).parts()).isNotEmpty();
    Files.delete(target.resolve("registry.db"));
    assertThatThrownBy(() -> restore.check(target)).hasMessageContaining("registry.db: missing");
  }

  private static void flip(Path file, long at) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int one = bytes.read();
      bytes.seek(at);
      bytes.write(one ^ 0x55);
    }
  }

  @Test
  void touchesNothingThatIsThereAlready() throws IOException {
    shelf.received("{}");
    Path target = folder.resolve("monday");
    backup.make(data, target);
    assertThatThrownBy(() -> backup.make(data, target))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> restore.restore(target, data))
        .hasMessageContaining("holds deliveries already");
    assertThat(shelf.lines()).hasSize(1);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> backup.make(empty, folder.resolve("none")))
        .hasMessageContaining("holds no ledger");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  /** Threat G1. */
  static Stream<String> names() {
    return Stream.of(
            "../",
            "../../",
            "./",
            "/",
            "//",
            "\\",
            "..\\",
            "....//",
            "%2e%2e/",
            "%2e%2e%2f",
            "..%2f",
            "\u2215",
            "..\u2215",
            "..\uff0f",
            "C:\\",
            "C:/",
            "\\\\host\\share\\",
            "~/",
            "file:///",
            "a/../../")
        .flatMap(start -> Stream.of("ledger.db", "x", "CON").map(name -> start + name));
  }

  @Test
  void putsNoEntryAnywhereElse() throws IOException {
    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    Path zip = folder.resolve("odd.zip");
    List<String> names = names().toList();
    assertThat(names).hasSize(60);
    for (String name : names) {
      try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
        out.putNextEntry(new ZipEntry(name));
        out.write(new byte[] {1, 2, 3});
      }
      assertThatThrownBy(() -> restore.restore(zip, fresh))
          .as(name)
          .isInstanceOf(BadBackup.class)
          .hasMessageStartingWith("entry: ");
      assertThat(fresh).isEmptyDirectory();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("data", "fresh", "odd.zip");
    }
  }

  @Test
  void isNotRestoredByAnOlderProgram() throws IOException {
    shelf.received("{}");
    Path target = folder.resolve("monday.zip");
    backup.make(data, target);
    byte[] before = Files.readAllBytes(target);
    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    var older = new Restore(new SqliteDatabases(Map.of("ledger.db", 1)));
    assertThatThrownBy(() -> older.restore(target, fresh))
        .isInstanceOf(BadBackup.class)
        .hasMessageContaining("ledger.db: made by a newer version of this program")
        .hasMessageContaining("expected: at most 1");
    assertThat(fresh).isEmptyDirectory();
    assertThat(target).hasBinaryContent(before);
  }

  @Test
  void takesNoFileForABackupThatIsNone() throws IOException {
    Path text = Files.writeString(folder.resolve("x.zip"), "hello");
    assertThatThrownBy(() -> restore.check(text)).isInstanceOf(BadBackup.class);
    Path none = Files.createDirectory(folder.resolve("none"));
    assertThatThrownBy(() -> restore.check(none)).hasMessageContaining("backup.json: missing");
    Files.writeString(none.resolve("backup.json"), "{\"version\":9}");
    assertThatThrownBy(() -> restore.check(none)).hasMessageContaining("version 9 (expected: 1)");
  }
}

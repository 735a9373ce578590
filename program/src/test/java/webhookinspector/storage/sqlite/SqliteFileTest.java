package webhookinspector.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.storage.StorageRefused;

class SqliteFileTest {

  private static final Duration PATIENCE = Duration.ofMillis(100);

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("data/deep/thing.db");
  }

  @Test
  void isForItsOwnerAloneCompanionsAndFoldersIncluded() throws Exception {
    try (Connection connection = file(1).openToWrite()) {
      execute(connection, "INSERT INTO thing VALUES ('more')");
      assertThat(modes("thing.db", "thing.db-wal", "thing.db-shm")).containsOnly("rw-------");
      assertThat(mode(folder.resolve("data/deep"))).isEqualTo("rwx------");
      assertThat(mode(folder.resolve("data"))).isEqualTo("rwx------");
    }
  }

  @Test
  void takesOtherPeoplesRightsFromAFileThatWasThere() throws Exception {
    file(1).openToWrite().close();
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-r--"));
    file(1).openToWrite().close();
    assertThat(mode(path)).isEqualTo("rw-------");
  }

  @Test
  void leavesTheModeOfAFolderThatWasThere() throws Exception {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    new SqliteFile(shared.resolve("thing.db"), schema(1), PATIENCE).openToWrite().close();
    assertThat(mode(shared)).isEqualTo("rwxr-xr-x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "synchronous = NORMAL",
        "synchronous = OFF",
        "journal_mode = DELETE",
        "secure_delete = OFF",
        "foreign_keys = OFF"
      })
  void refusesToRunWithASettingThatCouldLoseSomething(String careless) {
    var pragmas = new ArrayList<>(Durability.PRAGMAS);
    pragmas.add(careless);
    assertThatExceptionOfType(StorageRefused.class)
        .isThrownBy(() -> new SqliteFile(path, schema(1), PATIENCE, pragmas).openToWrite())
        .withMessageContaining(careless.substring(0, careless.indexOf(' ')))
        .withMessageContaining("expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.7.0", "3.50.4", "3.51.2", "3.52.0"})
  void refusesVersionsOfSqliteThatMayCorrupt(String version) {
    assertThatExceptionOfType(StorageRefused.class)
        .isThrownBy(() -> Durability.refuseUnsafeSqlite(version))
        .withMessageContaining(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.51.3", "3.52.1", "3.54.1", "4.0"})
  void acceptsTheOthers(String version) {
    Durability.refuseUnsafeSqlite(version);
  }

  @Test
  void refusesAFileOfANewerProgramAndTouchesNothing() throws Exception {
    file(2).openToWrite().close();
    byte[] before = Files.readAllBytes(path);
    assertThatExceptionOfType(StorageRefused.class)
        .isThrownBy(() -> file(1).openToWrite())
        .withMessageContaining("newer version")
        .withMessageContaining("schema 2");
    assertThat(Files.readAllBytes(path)).isEqualTo(before);
    assertThat(companions()).isEmpty();
  }

  @Test
  void takesOnlyTheMissingStepsAndKeepsACopyOfWhatWasBefore() throws Exception {
    file(1).openToWrite().close();
    try (Connection connection = file(2).openToWrite()) {
      assertThat(ask(connection, "SELECT name || size FROM thing")).isEqualTo("first7");
    }
    Path copy = path.resolveSibling("thing.db.schema-1");
    assertThat(mode(copy)).isEqualTo("rw-------");
    try (Connection connection = new SqliteFile(copy, schema(1), PATIENCE).openToWrite()) {
      assertThat(ask(connection, "SELECT name FROM thing")).isEqualTo("first");
    }
  }

  @Test
  void leavesTheOldTablesWhenAStepFailsHalfWay() throws Exception {
    file(2).openToWrite().close();
    assertThatExceptionOfType(StorageRefused.class).isThrownBy(() -> file(3).openToWrite());
    try (Connection connection = file(2).openToWrite()) {
      assertThat(ask(connection, "SELECT name FROM thing")).isEqualTo("first");
    }
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws Exception {
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, "To whom it may concern: this is a letter.".repeat(100));
    assertThatExceptionOfType(StorageRefused.class)
        .isThrownBy(() -> file(1).openToWrite())
        .withMessageContaining("damaged or no database of ours");
  }

  @Test
  void refusesADamagedFile() throws Exception {
    try (Connection connection = file(1).openToWrite()) {
      execute(connection, "INSERT INTO thing SELECT hex(randomblob(3000)) FROM thing");
    }
    byte[] bytes = Files.readAllBytes(path);
    Arrays.fill(bytes, 4_096, 4_200, (byte) 0x55);
    Files.write(path, bytes);
    assertThatExceptionOfType(StorageRefused.class)
        .isThrownBy(() -> file(1).openToWrite())
        .withMessageContaining("damaged");
  }

  @Test
  void refusesAFileThatAnotherProgramHasLocked() throws Exception {
    try (Connection other = file(1).openToWrite()) {
      execute(other, "PRAGMA locking_mode = EXCLUSIVE");
      execute(other, "BEGIN EXCLUSIVE");
      assertThatExceptionOfType(StorageRefused.class)
          .isThrownBy(() -> file(1).openToWrite())
          .withMessageContaining("locked by another program");
    }
  }

  @Test
  void refusesAFolderThatIsAFile() throws Exception {
    Files.writeString(folder.resolve("data"), "");
    assertThatExceptionOfType(StorageRefused.class)
        .isThrownBy(() -> file(1).openToWrite())
        .withMessageContaining("--data");
  }

  private SqliteFile file(int newest) {
    return new SqliteFile(path, schema(newest), PATIENCE);
  }

  private static Migrations schema(int newest) {
    return new Migrations(SqliteFileTest.class, newest);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  private List<String> companions() throws Exception {
    try (var files = Files.list(path.resolveSibling(""))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("thing.db"))
          .toList();
    }
  }

  private List<String> modes(String... names) throws Exception {
    var modes = new ArrayList<String>();
    for (String name : names) {
      modes.add(mode(path.resolveSibling(name)));
    }
    return modes;
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}

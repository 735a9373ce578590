package webhookinspector.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.web.AdminKey;
import webhookinspector.web.Refusal;

class DataFolderTest {

  @TempDir Path temporary;

  @Test
  void isPrivateToItsOwnerAndSoAreItsFiles() throws IOException {
    DataFolder folder = new DataFolder(temporary.resolve("a/b"));
    folder.prepare();
    assertThat(mode(folder.path())).isEqualTo("rwx------");
    for (Path file : new Path[] {folder.ledger(), folder.registry(), folder.history()}) {
      assertThat(mode(file)).isEqualTo("rw-------");
    }
  }

  @Test
  void takesBackRightsThatSomebodyGaveAway() throws IOException {
    DataFolder folder = new DataFolder(temporary.resolve("open"));
    folder.prepare();
    Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.setPosixFilePermissions(folder.registry(), PosixFilePermissions.fromString("rw-rw-rw-"));
    folder.prepare();
    assertThat(mode(folder.path())).isEqualTo("rwx------");
    assertThat(mode(folder.registry())).isEqualTo("rw-------");
  }

  @Test
  void leavesAFolderAloneThatHoldsOtherThings() throws IOException {
    Files.writeString(temporary.resolve("thesis.txt"), "mine");
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> new DataFolder(temporary).prepare())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("holds other things");
    assertThat(mode(temporary)).isEqualTo("rwxr-xr-x");
    assertThat(temporary.resolve("ledger.db")).doesNotExist();
  }

  @Test
  void isFoundWhereXdgSaysOrBelowTheHome() {
    assertThat(DataFolder.of(null, surroundings(Map.of())).path())
        .isEqualTo(temporary.resolve(".local/share/webhook-inspector"));
    assertThat(DataFolder.of(null, surroundings(Map.of("XDG_DATA_HOME", "/srv/data"))).path())
        .isEqualTo(Path.of("/srv/data/webhook-inspector"));
    assertThat(DataFolder.of(null, surroundings(Map.of("XDG_DATA_HOME", "relative"))).path())
        .isEqualTo(temporary.resolve(".local/share/webhook-inspector"));
    assertThat(DataFolder.of(Path.of("/x"), surroundings(Map.of())).path())
        .isEqualTo(Path.of("/x"));
  }

  @Test
  void hasOneHolderAtATimeWhoIsKnownByName() {
    DataFolder folder = new DataFolder(temporary.resolve("held"));
    try (FolderLock first = FolderLock.tryTake(folder, "listen").orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(FolderLock.tryTake(folder, "serve")).isEmpty();
      assertThat(FolderLock.holderOf(folder))
          .isEqualTo("pid " + ProcessHandle.current().pid() + ", listen");
    }
    FolderLock.tryTake(folder, "serve").orElseThrow().close();
  }

  @Test
  void tellsOthersHowToReachItsHolder() throws IOException {
    DataFolder folder = new DataFolder(temporary.resolve("held"));
    folder.prepare();
    assertThat(RunningFile.read(folder)).isEmpty();
    AdminKey key = AdminKey.random(new SplittableRandom(1));
    new RunningFile(42, "serve", URI.create("http://127.0.0.1:8091"), key).write(folder);
    RunningFile read = RunningFile.read(folder).orElseThrow();
    assertThat(read.pid()).isEqualTo(42);
    assertThat(read.key().matches(key.reveal())).isTrue();
    assertThat(mode(folder.running())).isEqualTo("rw-------");
    Files.writeString(folder.running(), "{\"pid\":");
    assertThat(RunningFile.read(folder)).isEmpty();
  }

  @Test
  void keepsItsAdminKeyFromRunToRun() throws IOException {
    DataFolder folder = new DataFolder(temporary.resolve("held"));
    folder.prepare();
    AdminKey key = AdminKeyFile.readOrMake(folder);
    assertThat(AdminKeyFile.readOrMake(folder).matches(key.reveal())).isTrue();
    assertThat(mode(folder.adminKey())).isEqualTo("rw-------");
    Files.writeString(folder.adminKey(), "");
    assertThat(AdminKeyFile.readOrMake(folder).matches(key.reveal())).isFalse();
  }

  private Surroundings surroundings(Map<String, String> variables) {
    return new Surroundings(variables, temporary, Clock.systemUTC(), ZoneOffset.UTC, "test");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}

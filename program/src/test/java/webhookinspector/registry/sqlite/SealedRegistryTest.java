package webhookinspector.registry.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Inbox;
import webhookinspector.registry.Registry;
import webhookinspector.registry.RegistryContract;
import webhookinspector.storage.SecretsKey;
import webhookinspector.storage.StorageRefused;
import webhookinspector.trust.Secrets;

/** The same with a key, and what the key is for. */
class SealedRegistryTest extends RegistryContract {

  private static final SecretsKey KEY = key(7);

  @TempDir Path folder;

  private static SecretsKey key(int each) {
    return SecretsKey.of(bytes(each));
  }

  private static byte[] bytes(int each) {
    byte[] bytes = new byte[SecretsKey.LENGTH];
    Arrays.fill(bytes, (byte) each);
    return bytes;
  }

  private Path file() {
    return folder.resolve("registry.db");
  }

  @Override
  protected Registry open() {
    return SqliteRegistry.open(file(), KEY);
  }

  private void assertThatNoFileHoldsTheSecret() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(SECRET.reveal());
      }
    }
  }

  @Test
  void holdsNoSecretInItsFiles() throws Exception {
    registry.save(inbox("ads", Secrets.settled(SECRET), null));
    assertThatNoFileHoldsTheSecret();
    registry.close();
    assertThatNoFileHoldsTheSecret();
  }

  @Test
  void sealsWhatLayThereAsItWas() throws Exception {
    registry.close();
    Inbox inbox = inbox("ads", Secrets.settled(SECRET), null);
    try (Registry before = SqliteRegistry.open(file())) {
      before.save(inbox);
    }
    assertThat(Files.readString(file(), ISO_8859_1)).contains(SECRET.reveal());
    registry = open();
    assertThat(registry.inboxes()).containsExactly(inbox);
    assertThatNoFileHoldsTheSecret();
  }

  @Test
  void opensWithNoOtherKeyAndIsLeftAsItIs() throws Exception {
    Inbox inbox = inbox("ads", Secrets.settled(SECRET), null);
    registry.save(inbox);
    registry.close();
    for (SecretsKey other : new SecretsKey[] {SecretsKey.NONE, key(8)}) {
      assertThatExceptionOfType(StorageRefused.class)
          .isThrownBy(() -> SqliteRegistry.open(file(), other))
          .withMessageContaining("--secrets-key FILE");
    }
    registry = open();
    assertThat(registry.inboxes()).containsExactly(inbox);
  }

  @Test
  void sealsAnewUnderANewerKey() throws Exception {
    Inbox inbox = inbox("ads", Secrets.settled(SECRET), null);
    registry.save(inbox);
    registry.close();
    try (Registry both = SqliteRegistry.open(file(), SecretsKey.of(bytes(8), bytes(7)))) {
      assertThat(both.inboxes()).containsExactly(inbox);
    }
    assertThatExceptionOfType(StorageRefused.class).isThrownBy(this::open);
    registry = SqliteRegistry.open(file(), key(8));
    assertThat(registry.inboxes()).containsExactly(inbox);
  }

  @Test
  void noticesASecretThatWasMovedToAnotherInbox() throws Exception {
    registry.save(inbox("ads", Secrets.settled(SECRET), null));
    registry.save(inbox("news", Secrets.NONE, null));
    registry.close();
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = other.createStatement()) {
      statement.execute("UPDATE secret SET inbox = 'news'");
    }
    assertThatExceptionOfType(StorageRefused.class).isThrownBy(this::open);
    registry = SqliteRegistry.open(folder.resolve("another.db"));
  }
}

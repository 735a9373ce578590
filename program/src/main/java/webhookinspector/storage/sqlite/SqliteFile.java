package webhookinspector.storage.sqlite;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import webhookinspector.storage.Reason;
import webhookinspector.storage.StorageRefused;

/** One SQLite file of ours. Opening it leaves it either fit for its promises or untouched. */
public final class SqliteFile {

  /** On these, locks and shared memory do not work as write-ahead logging needs them. */
  private static final Set<String> NETWORK =
      Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ceph");

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Path path;
  private final Migrations schema;
  private final Duration patience;
  private final List<String> pragmas;

  /**
   * @param patience how long one statement waits for somebody else's lock
   */
  public SqliteFile(Path path, Migrations schema, Duration patience) {
    this(path, schema, patience, Durability.PRAGMAS);
  }

  SqliteFile(Path path, Migrations schema, Duration patience, List<String> pragmas) {
    this.path = path.toAbsolutePath();
    this.schema = schema;
    this.patience = patience;
    this.pragmas = pragmas;
  }

  /** Absolute. */
  public Path path() {
    return path;
  }

  /**
   * Opens the file for its one writer, and makes it when it is missing.
   *
   * @throws StorageRefused with what to do about it
   */
  public Connection openToWrite() {
    try {
      PrivateFiles.prepare(path);
      refuseNetworkDisk();
      refuseNewer(path, schema);
      return openChecked();
    } catch (SQLException e) {
      throw new StorageRefused(Trouble.with(path, e), e);
    } catch (IOException e) {
      throw new StorageRefused(
          path
              + ": cannot be made: "
              + Reason.of(e)
              + ". Choose a folder that you may write to with --data",
          e);
    }
  }

  /** Opens the file for reading only; it must have been opened for writing before. */
  public Connection openToRead() throws SQLException {
    Connection connection = connect(true);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + patience.toMillis());
      statement.execute("PRAGMA query_only = ON");
      statement.execute("PRAGMA trusted_schema = OFF");
    }
    return connection;
  }

  private Connection openChecked() throws SQLException {
    Connection connection = connect(false);
    try {
      Durability.set(connection, pragmas, patience);
      Durability.demand(path, connection);
      QuickCheck.refuseDamaged(path, connection);
      schema.apply(path, connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Refuses a file of a later program. Looks at the file's own header (SQLite's file format,
   * 1.3.13: user version at offset 60) instead of opening it, because even a reading connection may
   * leave files behind.
   */
  public static void refuseNewer(Path path, Migrations schema) {
    if (!Files.exists(path)) {
      return;
    }
    try (var in = new DataInputStream(Files.newInputStream(path))) {
      byte[] magic = in.readNBytes(MAGIC.length);
      if (Arrays.equals(magic, MAGIC)) {
        in.skipNBytes(60 - MAGIC.length);
        schema.refuseNewer(path, in.readInt());
      }
    } catch (EOFException _) {
      // Shorter than a header: SQLite will say that it is no database.
    } catch (IOException e) {
      throw new StorageRefused(path + ": cannot be read: " + Reason.of(e), e);
    }
  }

  private void refuseNetworkDisk() throws IOException {
    String type = Files.getFileStore(path).type();
    if (NETWORK.contains(type)) {
      throw new StorageRefused(
          path
              + ": lies on a network disk ("
              + type
              + ", expected: a local one, where locks and syncs keep their word). Choose another"
              + " folder with --data");
    }
  }

  private Connection connect(boolean readOnly) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout((int) patience.toMillis());
    config.setGetGeneratedKeys(false); // or the driver asks for one behind every insert
    return config.createConnection("jdbc:sqlite:" + path);
  }
}

package webhookinspector.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import webhookinspector.storage.WholeFile;

/**
 * Makes a backup: a folder, or one file whose name ends with {@code .zip}. Under its name it is
 * whole, synced and checked, or not there. Private to its owner: secrets are in it.
 */
public final class Backup {

  /**
   * In the order in which they are copied. The ledger first: whatever a delivery in the copy needs
   * to be verified was saved before it, and so is in the registry's copy.
   */
  public static final List<String> FILES = List.of("ledger.db", "outbox.db", "registry.db");

  private final Databases databases;
  private final InstantSource clock;

  public Backup(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /**
   * Copies what is in a data folder.
   *
   * @param target must not exist yet, or be an empty folder
   */
  public Manifest make(Path data, Path target) throws IOException {
    refuseExisting(target);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    delete(part); // of a run that was cut off
    privateFolder(part);
    try {
      Manifest manifest = copy(data, part);
      if (target.toString().endsWith(".zip")) {
        zip(part, manifest, target);
      } else {
        Files.deleteIfExists(target);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        Disk.sync(target.toAbsolutePath().resolveSibling(""));
      }
      return manifest;
    } finally {
      delete(part);
    }
  }

  private static void refuseExisting(Path target) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> inside = Files.list(target)) {
        if (inside.findAny().isEmpty()) {
          return;
        }
      }
    }
    throw new FileAlreadyExistsException(target.toString());
  }

  private Manifest copy(Path data, Path part) throws IOException {
    var begun = clock.instant();
    var parts = new ArrayList<Manifest.Part>();
    for (String name : FILES) {
      Path from = data.resolve(name);
      if (Files.exists(from) && Files.size(from) > 0) {
        Path to = part.resolve(name);
        Disk.makePrivate(to);
        databases.copy(from, to);
        Disk.sync(to);
        parts.add(new Manifest.Part(name, Files.size(to), sha256(to), databases.check(to)));
      }
    }
    if (parts.stream().noneMatch(one -> one.name().equals(FILES.getFirst()))) {
      throw new BadBackup("data: " + data + " holds no ledger (expected: a data folder in use)");
    }
    var manifest = new Manifest(begun, parts);
    Path file = part.resolve(Manifest.NAME);
    Disk.makePrivate(file);
    Files.writeString(file, manifest.write());
    Disk.sync(file);
    Disk.sync(part);
    return manifest;
  }

  private static void zip(Path part, Manifest manifest, Path target) throws IOException {
    try (WholeFile whole = WholeFile.begin(target, ".zip.part")) {
      var zip = new ZipOutputStream(whole.out(), StandardCharsets.UTF_8);
      zip.putNextEntry(new ZipEntry(Manifest.NAME));
      Files.copy(part.resolve(Manifest.NAME), zip);
      for (Manifest.Part one : manifest.parts()) {
        zip.putNextEntry(new ZipEntry(one.name()));
        Files.copy(part.resolve(one.name()), zip);
      }
      zip.finish();
      whole.commit();
    }
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int more = in.read(buffer); more >= 0; more = in.read(buffer)) {
        digest.update(buffer, 0, more);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  static void privateFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

package webhookinspector.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Checks a backup to the last byte, and puts it back where nothing is. */
public final class Restore {

  private static final int LONGEST_MANIFEST = 1 << 20;

  private final Databases databases;

  public Restore(Databases databases) {
    this.databases = databases;
  }

  /**
   * Reads all of a backup: every hash, every page, every count.
   *
   * @throws BadBackup saying what is wrong
   */
  public Manifest check(Path backup) throws IOException {
    Path work = Files.createTempDirectory("inspector-check-"); // 0700, for secrets are in it
    try {
      return unpacked(backup, work);
    } finally {
      Backup.delete(work);
    }
  }

  /**
   * Puts it into a folder whose files are missing or empty. The ledger comes last: without it, a
   * restore that was cut off is seen for what it is.
   */
  public Manifest restore(Path backup, Path data) throws IOException {
    refuseUsed(data);
    Path work = Files.createTempDirectory(data, "restore-");
    try {
      Manifest manifest = unpacked(backup, work);
      for (String name : Backup.FILES.reversed()) {
        if (Files.exists(work.resolve(name))) {
          Files.move(
              work.resolve(name),
              data.resolve(name),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Disk.sync(data);
      return manifest;
    } finally {
      Backup.delete(work);
    }
  }

  private static void refuseUsed(Path data) throws IOException {
    for (String name : Backup.FILES) {
      Path file = data.resolve(name);
      if (Files.exists(file) && Files.size(file) > 0) {
        throw new BadBackup(
            "data: " + data + " holds deliveries already (expected: a new or an empty folder)");
      }
    }
  }

  /** Copies into {@code work} and checks the copies. */
  private Manifest unpacked(Path backup, Path work) throws IOException {
    if (Files.isDirectory(backup)) {
      copyFolder(backup, work);
    } else {
      unzip(backup, work);
    }
    Path file = work.resolve(Manifest.NAME);
    if (!Files.exists(file) || Files.size(file) > LONGEST_MANIFEST) {
      throw new BadBackup(Manifest.NAME + ": missing (expected: what `backup` wrote)");
    }
    Manifest manifest = Manifest.read(Files.readString(file));
    Set<String> told = new HashSet<>();
    for (Manifest.Part part : manifest.parts()) {
      if (!Backup.FILES.contains(part.name()) || !told.add(part.name())) {
        throw new BadBackup("file: " + part.name() + " (expected: one of " + Backup.FILES + ")");
      }
      check(part, work.resolve(part.name()));
    }
    if (!told.contains(Backup.FILES.getFirst())) {
      throw new BadBackup("ledger.db: missing (expected: in every backup)");
    }
    return manifest;
  }

  private void check(Manifest.Part part, Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new BadBackup(part.name() + ": missing (expected: " + part.bytes() + " bytes)");
    }
    String hash = Backup.sha256(file);
    if (!hash.equals(part.sha256())) {
      throw new BadBackup(part.name() + ": SHA-256 " + hash + " (expected: " + part.sha256() + ")");
    }
    SortedMap<String, Long> rows = databases.check(file);
    if (!rows.equals(part.rows())) {
      throw new BadBackup(part.name() + ": rows " + rows + " (expected: " + part.rows() + ")");
    }
  }

  private static void copyFolder(Path backup, Path work) throws IOException {
    for (String name : names()) {
      Path from = backup.resolve(name);
      if (Files.isRegularFile(from)) {
        try (InputStream in = Files.newInputStream(from)) {
          copy(in, work.resolve(name));
        }
      }
    }
  }

  /** Only the names that we know, each once: whatever else is in there is no name of ours. */
  private static void unzip(Path backup, Path work) throws IOException {
    try (var zip = new ZipInputStream(Files.newInputStream(backup), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!names().contains(name) || Files.exists(work.resolve(name))) {
          throw new BadBackup(
              "entry: " + name + " (expected: each of " + names() + " once at most)");
        }
        copy(zip, work.resolve(name));
      }
    } catch (ZipException | java.io.EOFException e) {
      throw new BadBackup(backup + ": damaged (expected: a whole zip): " + e.getMessage());
    }
  }

  private static List<String> names() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(Manifest.NAME), Backup.FILES.stream())
        .toList();
  }

  private static void copy(InputStream in, Path to) throws IOException {
    Disk.makePrivate(to);
    try (OutputStream out = Files.newOutputStream(to)) {
      in.transferTo(out);
    }
    Disk.sync(to);
  }
}

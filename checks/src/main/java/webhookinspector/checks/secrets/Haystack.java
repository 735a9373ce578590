package webhookinspector.checks.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Everything that a run left behind or said, by where. */
final class Haystack {

  private final Map<String, byte[]> all = new LinkedHashMap<>();

  void add(String where, String text) {
    add(where, text.getBytes(StandardCharsets.UTF_8));
  }

  void add(String where, byte[] bytes) {
    all.put(where, bytes);
  }

  /** Every file below a folder; of archives what is packed in them. */
  void addFiles(String when, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        add(when + " " + folder.relativize(file), bytes);
        if (file.toString().endsWith(".zip")) {
          unpack(when + " " + folder.relativize(file), bytes);
        }
      }
    }
  }

  private void unpack(String name, byte[] bytes) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        add(name + "/" + entry.getName(), zip.readAllBytes());
      }
    }
  }

  /** Each place where a needle is, except where it may be. */
  List<String> find(Needle needle, Predicate<String> allowed) {
    var found = new ArrayList<String>();
    all.forEach(
        (where, bytes) -> {
          if (!allowed.test(where)) {
            needle.in(bytes).forEach(form -> found.add(form + " in " + where));
          }
        });
    return found;
  }

  /** Whether a place of such a name was looked at. */
  boolean has(String part) {
    return all.keySet().stream().anyMatch(where -> where.contains(part));
  }

  int places() {
    return all.size();
  }

  long bytes() {
    return all.values().stream().mapToLong(bytes -> bytes.length).sum();
  }
}

package webhookinspector.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/** What a backup has to be able to do with a database file. */
public interface Databases {

  /**
   * Copies one that others may be writing, as it is at one moment from now.
   *
   * @param to an empty file, which then holds the copy
   */
  void copy(Path from, Path to) throws IOException;

  /**
   * Reads a whole file.
   *
   * @return how many rows each of its tables has
   * @throws BadBackup if it is damaged
   */
  SortedMap<String, Long> check(Path file) throws IOException;
}

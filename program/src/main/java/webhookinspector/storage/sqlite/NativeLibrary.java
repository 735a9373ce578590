package webhookinspector.storage.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's library for this machine, as it lies in the driver's jar. */
public final class NativeLibrary {

  private NativeLibrary() {}

  /**
   * Puts it into a folder that is made for it; the driver looks there when the system property
   * {@code org.sqlite.lib.path} names it.
   */
  public static void unpackInto(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException(resource + ": not in the driver's jar");
      }
      Files.createDirectories(folder);
      Files.copy(library, folder.resolve(name));
    }
  }
}

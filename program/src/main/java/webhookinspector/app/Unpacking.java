package webhookinspector.app;

import java.io.IOException;
import java.nio.file.Path;
import webhookinspector.storage.sqlite.NativeLibrary;

/** What the launcher has done once, so that no later start has to do it. */
public final class Unpacking {

  private Unpacking() {}

  /** Puts libraries of this machine's kind into a new folder. */
  public static void intoFolder(Path folder) throws IOException {
    NativeLibrary.unpackInto(folder);
  }
}

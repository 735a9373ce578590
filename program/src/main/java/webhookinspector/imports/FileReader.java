package webhookinspector.imports;

import java.io.IOException;
import java.io.InputStream;

/** Reads one form of file. */
interface FileReader {

  /**
   * @param in within the limits of the whole file
   * @throws Unreadable with the line, where it is not what it should be
   */
  void read(InputStream in, Taking into) throws IOException;
}

package webhookinspector.web;

import java.io.IOException;
import java.io.OutputStream;
import webhookinspector.export.ExportReport;
import webhookinspector.imports.ImportReport;

/** Carries deliveries into files and out of them. */
public interface Carrying {

  /**
   * Writes what matches, oldest first.
   *
   * @param out what is in it after an exception is no whole file
   * @throws IOException if it takes no more
   */
  ExportReport export(NewExport wanted, OutputStream out) throws IOException;

  /**
   * Takes deliveries out of a file, all of them or, where the file is no good, none.
   *
   * @throws IOException if the file cannot be read
   */
  ImportReport take(NewImport wanted, Upload file) throws IOException;
}

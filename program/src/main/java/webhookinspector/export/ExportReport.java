package webhookinspector.export;

import java.util.List;

/**
 * What came of an export.
 *
 * @param deliveries how many are in the file
 * @param leftOut why some are not although they match, one line each: they are damaged on disk
 */
public record ExportReport(long deliveries, List<String> leftOut) {

  public ExportReport {
    leftOut = List.copyOf(leftOut);
  }
}

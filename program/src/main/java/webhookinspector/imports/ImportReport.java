package webhookinspector.imports;

import java.util.List;

/**
 * What came of an import.
 *
 * @param deliveries in the file
 * @param kept that are new here
 * @param known that were here already
 * @param authentic of the new ones, by secrets that are known here
 * @param passedOver what is in the file and is no delivery, one line each, the first hundred
 */
public record ImportReport(
    long deliveries, long kept, long known, long authentic, List<String> passedOver) {

  static final int MOST_PASSED_OVER = 100;

  public ImportReport {
    passedOver = List.copyOf(passedOver);
  }
}

package webhookinspector.export;

import java.io.IOException;

/** Writes one format: the head, then each delivery, then the end. */
interface ParcelWriter {

  void begin(Head head) throws IOException;

  void add(Parcel parcel) throws IOException;

  void end(ExportReport report) throws IOException;
}

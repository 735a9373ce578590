package webhookinspector.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.imports.FileForm;
import webhookinspector.trust.Secret;

/**
 * How a file is to be imported.
 *
 * @param form or null to find out
 * @param inbox of deliveries whose inbox the file does not tell, or null for {@code imported}
 * @param receivedAt of deliveries whose time the file does not tell, or null for now
 * @param headers of a file that is one body, each such as {@code Content-Type: application/json}
 * @param secret one more that signatures are tried with, or null
 * @param believeThrowAway whether a redacted file's made-up secret is believed
 * @param partial whether a file that was cut off is taken as far as it goes
 * @param most deliveries in it, or 0 for the usual limit
 */
public record NewImport(
    @Nullable FileForm form,
    @Nullable String inbox,
    @Nullable Instant receivedAt,
    List<String> headers,
    @Nullable Secret secret,
    boolean believeThrowAway,
    boolean partial,
    int most) {

  /** Whatever the file itself says. */
  public static final NewImport PLAIN =
      new NewImport(null, null, null, List.of(), null, false, false, 0);

  public NewImport {
    headers = List.copyOf(headers);
  }
}

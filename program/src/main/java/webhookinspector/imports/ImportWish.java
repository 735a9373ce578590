package webhookinspector.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.InboxName;
import webhookinspector.trust.Secret;

/**
 * How a file is to be read.
 *
 * @param form or null to find out
 * @param inbox of deliveries whose inbox the file does not tell
 * @param receivedAt of deliveries whose time the file does not tell
 * @param headers of a file that is one body
 * @param secret one more that signatures are tried with, or null
 * @param believeThrowAway whether what is signed with the made-up secret in the file's own head is
 *     believed
 * @param partial whether a file that was cut off is taken as far as it goes
 */
public record ImportWish(
    @Nullable FileForm form,
    InboxName inbox,
    Instant receivedAt,
    Headers headers,
    @Nullable Secret secret,
    boolean believeThrowAway,
    boolean partial,
    Limits limits) {}

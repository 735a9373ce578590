package webhookinspector.web;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An inbox as the operator sees it. Holds its key, so it is for nobody else.
 *
 * @param address where Asana posts to
 * @param resource gid of what its webhook watches, or null
 * @param webhook gid, or null while unknown
 * @param state {@code settled} with a secret, {@code open} for a handshake, {@code closed} without
 *     either
 * @param fingerprint of the confirmed secret, or null
 * @param candidates secrets that wait for the election
 * @param armedUntil when an inbox armed by hand closes again, or null
 */
public record InboxLine(
    String name,
    URI address,
    @Nullable String resource,
    @Nullable String webhook,
    String state,
    @Nullable String fingerprint,
    int candidates,
    @Nullable Instant armedUntil) {}

package webhookinspector.web.jetty;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import webhookinspector.web.AdminKey;

/**
 * Who holds a key: programs send the admin key itself, browsers a cookie that they got for a
 * one-time link. Links are kept as hashes, so looking one up tells nothing by its time. Cookies are
 * sealed with the admin key, so that an open page outlives a restart as the key does; another key
 * shuts them all out.
 */
final class Keys {

  /** How somebody came in. */
  enum Entry {
    KEY,
    COOKIE,
    NONE,
    WAIT
  }

  /** The oldest make room. */
  private static final int MAX_KEPT = 64;

  private static final String BEARER = "Bearer ";

  private final AdminKey key;
  private final RandomGenerator random;
  private final String cookieName;
  private final Throttle forKeys;

  /** Apart, because a page that was left open keeps trying the cookie of an earlier key. */
  private final Throttle forCookies;

  private final SequencedSet<String> links = new LinkedHashSet<>();

  /**
   * @param port cookies of one host are shared by its ports, so the name tells them apart
   */
  Keys(AdminKey key, RandomGenerator random, int port, LongSupplier nanos) {
    this.key = key;
    this.random = random;
    this.cookieName = "inspector-" + port;
    this.forKeys = new Throttle(nanos);
    this.forCookies = new Throttle(nanos);
  }

  Entry check(Request request) {
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    Optional<String> cookie = cookieIn(request);
    if (authorization != null) {
      return judge(forKeys, Entry.KEY, isKey(authorization));
    }
    return cookie.map(c -> judge(forCookies, Entry.COOKIE, () -> isSealed(c))).orElse(Entry.NONE);
  }

  private BooleanSupplier isKey(String authorization) {
    return () ->
        authorization.startsWith(BEARER)
            && key.matches(authorization.substring(BEARER.length()).strip());
  }

  private static Entry judge(Throttle throttle, Entry entry, BooleanSupplier isRight) {
    if (!throttle.open()) {
      return Entry.WAIT;
    }
    if (isRight.getAsBoolean()) {
      return entry;
    }
    throttle.failed();
    return Entry.NONE;
  }

  private Optional<String> cookieIn(Request request) {
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(cookieName))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** A code for a link that opens once. */
  String newLink() {
    String code = AdminKey.random(random).reveal();
    synchronized (links) {
      links.addLast(hash(code));
      if (links.size() > MAX_KEPT) {
        links.removeFirst();
      }
    }
    return code;
  }

  /** The {@code Set-Cookie} for a link's code, once; empty the second time. */
  Optional<String> login(String code) {
    if (!forCookies.open()) {
      return Optional.empty();
    }
    synchronized (links) {
      if (!links.remove(hash(code))) {
        forCookies.failed();
        return Optional.empty();
      }
    }
    String cookie = AdminKey.random(random).reveal();
    return Optional.of(
        cookieName + "=" + cookie + "." + seal(cookie) + "; Path=/; HttpOnly; SameSite=Strict");
  }

  private String seal(String cookie) {
    return key.seal("page cookie " + cookie);
  }

  private boolean isSealed(String cookie) {
    int dot = cookie.indexOf('.');
    return dot > 0
        && MessageDigest.isEqual(
            seal(cookie.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
            cookie.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String code) {
    try {
      byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}

package webhookinspector.intake.jetty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import webhookinspector.intake.Tls;
import webhookinspector.registry.Alert;

/**
 * Keeps TLS in order while we run: takes over renewed files, keeps the old ones while the new ones
 * do not fit, and warns before a certificate ends.
 */
final class TlsKeeper implements AutoCloseable {

  /** How often the files are looked at; a renewal is in no hurry. */
  private static final Duration ROUND = Duration.ofSeconds(5);

  private static final Duration WARNING = Duration.ofDays(14);

  /** How long until the same warning is repeated. */
  private static final Duration REMINDER = Duration.ofDays(1);

  /** In memory only: it protects nothing, Java just wants one. */
  private static final String PASSWORD = "in-memory";

  private final Tls files;
  private final SslContextFactory.Server context = new SslContextFactory.Server();
  private final InstantSource clock;
  private final Consumer<Alert> alerts;
  private final Thread rounds;

  private List<FileTime> seen = List.of();
  private Instant ends = Instant.MAX;
  private @Nullable Instant warned;

  /**
   * @throws IllegalArgumentException if the files cannot be used
   */
  TlsKeeper(Tls files, InstantSource clock, Consumer<Alert> alerts) {
    this.files = files;
    this.clock = clock;
    this.alerts = alerts;
    this.rounds = Thread.ofVirtual().name("tls").unstarted(this::walk);
    seen = changed();
    equip(context, Pem.read(files));
  }

  SslContextFactory.Server context() {
    return context;
  }

  void start() {
    rounds.start();
  }

  private void walk() {
    try {
      while (true) {
        look();
        Thread.sleep(ROUND);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the receiver ends
    }
  }

  /** Takes over new files, and warns when it is time. */
  void look() {
    List<FileTime> now = changed();
    if (!now.equals(seen)) {
      seen = now;
      renew();
    }
    Instant today = clock.instant();
    boolean due = warned == null || warned.plus(REMINDER).isBefore(today);
    if (due && ends.minus(WARNING).isBefore(today)) {
      warned = today;
      tell("certificate-ends", "the certificate in " + files.certificate() + when(today));
    }
  }

  private String when(Instant today) {
    String day = ends.truncatedTo(ChronoUnit.SECONDS).toString();
    return ends.isBefore(today)
        ? " ended at " + day + ": Asana cannot deliver; renew it, it is read again by itself"
        : " ends at " + day + "; renew it, it is read again by itself";
  }

  private void renew() {
    try {
      Pem pem = Pem.read(files);
      context.reload(fresh -> equip(fresh, pem));
      warned = null;
      tell("certificate-renewed", "now in use: the certificate that ends at " + ends);
    } catch (Exception e) {
      tell(
          "certificate-unusable",
          e.getMessage()
              + "; the one before stays in use, and the files are read again when changed");
    }
  }

  private void equip(SslContextFactory factory, Pem pem) {
    try {
      factory.setKeyStore(pem.keyStore(PASSWORD.toCharArray()));
      factory.setKeyStorePassword(PASSWORD);
      factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
      factory.setRenegotiationAllowed(false);
      ends = pem.chain().getFirst().getNotAfter().toInstant();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "tls-cert: " + files.certificate() + " (expected: one that TLS can use)", e);
    }
  }

  private void tell(String topic, String message) {
    alerts.accept(new Alert(clock.instant(), null, topic, message));
  }

  private List<FileTime> changed() {
    return Stream.of(files.certificate(), files.key()).map(TlsKeeper::changedAt).toList();
  }

  private static FileTime changedAt(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // being replaced; seen again in the next round
    }
  }

  @Override
  public void close() {
    rounds.interrupt();
  }
}

package webhookinspector.ledger.sqlite;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** For tests that damage files and hold locks on purpose: the ledger's complaints are expected. */
final class Quiet implements BeforeAllCallback, AfterAllCallback {

  private final Logger log = (Logger) LoggerFactory.getLogger("webhookinspector.ledger.sqlite");

  @Override
  public void beforeAll(ExtensionContext context) {
    log.setLevel(Level.OFF);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    log.setLevel(null);
  }
}

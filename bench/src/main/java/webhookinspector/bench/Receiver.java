package webhookinspector.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Scanner;
import webhookinspector.delivery.Body;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.intake.Intake;
import webhookinspector.intake.jetty.JettyReceiver;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;

/**
 * The real ack path in a process of its own, so that its processor time can be read from outside.
 * Prints {@code PORT PATH SIGNATURE}; each line on standard input is answered with {@code KEPT
 * COMMITS}; ends with standard input.
 */
final class Receiver {

  private Receiver() {}

  /**
   * @param args the folder to keep in, the file with the body that will come, the secret
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    var body = Body.wrapping(Files.readAllBytes(Path.of(args[1])));
    var clock = InstantSource.system();
    var random = new SecureRandom();
    var secret = Secret.of(args[2]);
    var inbox =
        new Inbox(new InboxName("bench"), InboxKey.random(random), Secrets.settled(secret), null);
    try (var registry = SqliteRegistry.open(folder.resolve("registry.db"));
        var ledger =
            SqliteLedger.open(folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, clock)) {
      registry.save(inbox);
      var handshakes = new Handshakes(registry, ledger, registry::raise, clock);
      var ids = new DeliveryIds(clock, random);
      var intake = new Intake(registry, handshakes, ledger, ids, registry::raise, clock);
      try (var receiver = JettyReceiver.start(ReceiverSettings.on(0), intake)) {
        System.out.println(
            receiver.port()
                + " /in/"
                + inbox.key().text()
                + " "
                + Signature.of(secret, body).hex());
        var in = new Scanner(System.in, StandardCharsets.UTF_8);
        while (in.hasNextLine()) {
          in.nextLine();
          System.out.println(ledger.health().kept() + " " + ledger.health().commits());
        }
      }
    }
  }
}

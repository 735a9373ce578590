package webhookinspector.webhooks;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import webhookinspector.asana.Asana;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;
import webhookinspector.event.Ref;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Secrets;

/**
 * Creates one webhook. Each step leaves a trace on disk before it is taken, so that a crash at any
 * point can be tidied. A create call without an answer may have worked: then Asana's list decides,
 * never a blind second call.
 */
final class Creation {

  private final Asana asana;
  private final AtAsana atAsana;
  private final Registry registry;
  private final Handshakes handshakes;
  private final InstantSource clock;
  private final RandomGenerator random;

  Creation(
      Asana asana,
      Registry registry,
      Handshakes handshakes,
      InstantSource clock,
      RandomGenerator random) {
    this.asana = asana;
    this.atAsana = new AtAsana(asana);
    this.registry = registry;
    this.handshakes = handshakes;
    this.clock = clock;
    this.random = random;
  }

  Created create(Wish wish) {
    Ref resource = asana.resource(wish.resource());
    List<String> remarks = Lint.remarksOrRefusal(resource, wish.filters());
    Inbox first = newInbox(resource, wish);
    try {
      return ask(first, resource, remarks);
    } catch (AsanaUnreachable e) {
      clear(first, resource, e);
    }
    Inbox second = newInbox(resource, wish);
    try {
      return withoutALate(first, resource, ask(second, resource, remarks));
    } catch (AsanaUnreachable e) {
      clear(second, resource, e);
      throw new AsanaUnreachable(
          e.getMessage() + "\nTried twice; Asana's list shows no webhook left behind.", e);
    }
  }

  /** The first may have come into being after we looked, for the call was still on its way. */
  private Created withoutALate(Inbox first, Ref resource, Created created) {
    try {
      atAsana.remove(resource, own(first).target());
      return created;
    } catch (AsanaUnreachable | AsanaRefused e) {
      var remarks = new ArrayList<>(created.remarks());
      remarks.add(
          "The first of two create calls had no answer, and Asana's list cannot be read to see"
              + " whether it left a webhook: look with `inspector webhooks list`.");
      return new Created(created.inbox(), created.webhook(), remarks);
    }
  }

  /** Names are given out one at a time, so that two creations never share one. */
  private synchronized Inbox newInbox(Ref resource, Wish wish) {
    InboxKey key = InboxKey.random(random);
    OwnWebhook own =
        new OwnWebhook(
            resource.gid(), wish.target(key), wish.filters(), null, clock.instant(), wish.keep());
    Inbox inbox = new Inbox(Names.free(resource, registry), key, Secrets.NONE, own);
    registry.save(inbox);
    return inbox;
  }

  private Created ask(Inbox inbox, Ref resource, List<String> remarks) {
    InboxName name = inbox.name();
    OwnWebhook own = own(inbox);
    Asana.Created answer;
    try {
      handshakes.open(name);
      answer = asana.create(own.resource(), own.target(), own.filters());
    } catch (AsanaUnreachable e) {
      handshakes.close(name); // a handshake that is still on its way finds the door shut
      throw e;
    } catch (AsanaRefused e) {
      abandon(name);
      throw e.isDuplicate() ? named(e, resource, own.target()) : e;
    } catch (RuntimeException e) {
      abandon(name);
      throw e;
    }
    return settle(inbox, answer, remarks);
  }

  private Created settle(Inbox inbox, Asana.Created answer, List<String> remarks) {
    var told = new ArrayList<>(remarks);
    try {
      if (!handshakes.elect(inbox.name(), answer.secret())) {
        told.add(
            "Asana's handshake did not reach this receiver, so something else answers at the public"
                + " address; deliveries may not come here. Check --public-url or the tunnel.");
      }
      Inbox settled = registry.find(inbox.name()).orElse(inbox);
      Inbox known = settled.with(own(inbox).withGid(answer.webhook().gid()));
      registry.save(known);
      return new Created(known, answer.webhook(), told);
    } catch (RuntimeException e) {
      atAsana.remove(answer.webhook().gid()); // it has no secret here, so nobody could believe it
      abandon(inbox.name());
      throw e;
    }
  }

  private void abandon(InboxName name) {
    handshakes.close(name);
    registry.remove(name);
  }

  /**
   * Leaves nothing at Asana and nothing here; or, if Asana cannot be asked, the trace for later.
   */
  private void clear(Inbox inbox, Ref resource, AsanaUnreachable why) {
    try {
      atAsana.remove(resource, own(inbox).target());
    } catch (AsanaUnreachable | AsanaRefused e) {
      throw new AsanaUnreachable(
          why.getMessage()
              + "\nWhether the webhook exists is unknown, for Asana's list cannot be read either."
              + " The next start looks again and removes it.",
          why);
    }
    abandon(inbox.name());
  }

  private AsanaRefused named(AsanaRefused e, Ref resource, URI target) {
    return atAsana
        .find(resource, target)
        .map(
            twin ->
                new AsanaRefused(
                    e.status(),
                    e.messages(),
                    "It is webhook "
                        + twin.gid()
                        + ".\nDelete it: inspector webhooks delete "
                        + twin.gid()))
        .orElse(e);
  }

  private static OwnWebhook own(Inbox inbox) {
    return Objects.requireNonNull(inbox.webhook(), "made in newInbox");
  }
}

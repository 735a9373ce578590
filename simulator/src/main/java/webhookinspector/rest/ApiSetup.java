package webhookinspector.rest;

import webhookinspector.faults.Faults;
import webhookinspector.sender.Sender;
import webhookinspector.subscriptions.Limits;
import webhookinspector.subscriptions.Streams;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.world.World;

/**
 * What the REST calls work on.
 *
 * @param base where they are served, for the addresses of next pages
 */
public record ApiSetup(
    World world,
    Webhooks webhooks,
    Streams streams,
    Sender sender,
    Access access,
    Targets targets,
    Limits limits,
    Faults faults,
    long seed,
    String base) {

  /** Every call that the local Asana knows. */
  public Api api() {
    var router = new Router();
    var lookup = new Lookup(world);
    var paging = new Paging(world, limits.offsetLife(), seed, base);
    new WebhookCalls(world, webhooks, sender, targets, paging).addTo(router);
    new EventCalls(world, streams).addTo(router);
    new PeopleCalls(world, lookup, paging).addTo(router);
    new ProjectCalls(world, lookup, paging).addTo(router);
    new TaskCalls(world, lookup, paging).addTo(router);
    new TaskActionCalls(world, lookup).addTo(router);
    new StoryCalls(world, lookup, paging).addTo(router);
    return new Api(world, access, faults, router);
  }
}

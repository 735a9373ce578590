package webhookinspector.rest;

import java.util.List;
import webhookinspector.faults.Faults;
import webhookinspector.sender.Sender;
import webhookinspector.subscriptions.Limits;
import webhookinspector.subscriptions.Streams;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.world.World;

/**
 * What the REST calls work on.
 *
 * @param base where they are served, for the addresses of new things and next pages
 * @param announced names of coming changes, told in {@code Asana-Change}
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
    String base,
    List<String> announced) {

  /** Every call that the local Asana knows. */
  public Api api() {
    var router = new Router();
    var lookup = new Lookup(world);
    var paging = new Paging(world, limits.offsetLife(), seed, base);
    new WebhookCalls(world, webhooks, sender, targets, paging).addTo(router);
    new EventCalls(world, streams, webhooks, faults).addTo(router);
    var items = new Items(router, world, lookup, paging);
    new PeopleCalls(world, items).add();
    new ProjectCalls(world, items).add();
    new TypeaheadCalls(world, items).add();
    new PlanCalls(world, items).add();
    new TaskCalls(world, items).add();
    new TaskActionCalls(world, items).add();
    new StoryCalls(world, items).add();
    return new Api(world, access, faults, router, new Finish(base, announced));
  }
}

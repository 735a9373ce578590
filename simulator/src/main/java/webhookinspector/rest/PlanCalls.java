package webhookinspector.rest;

import webhookinspector.world.Plans;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls about portfolios and goals, as far as webhooks and streams on them need. */
final class PlanCalls {

  private final World world;
  private final Items items;
  private final Plans plans;

  PlanCalls(World world, Items items) {
    this.world = world;
    this.items = items;
    this.plans = new Plans(world);
  }

  void add() {
    items.list("/portfolios", "portfolios", request -> world.all(Type.PORTFOLIO));
    items.create(
        "/portfolios",
        "portfolios",
        request ->
            items.filled(
                request,
                Form.NAMED,
                plans.createPortfolio(request.required("name"), request.caller().user())));
    items.delete(
        Type.PORTFOLIO,
        "portfolios",
        (request, item) -> plans.deletePortfolio(item, request.caller().user()));
    items.keep(Type.PORTFOLIO, "portfolios", Form.NAMED);
    items.listOf(
        "/portfolios/{gid}/items",
        Type.PORTFOLIO,
        "portfolios",
        portfolio -> portfolio.parts(Type.PROJECT));
    items.act(
        "POST",
        "/portfolios/{gid}/addItem",
        Type.PORTFOLIO,
        "portfolios:write",
        (request, portfolio) ->
            plans.show(
                portfolio,
                items.lookup().inInput(request, Type.PROJECT, "item"),
                request.caller().user()));
    items.act(
        "POST",
        "/portfolios/{gid}/removeItem",
        Type.PORTFOLIO,
        "portfolios:write",
        (request, portfolio) ->
            plans.hide(
                portfolio,
                items.lookup().inInput(request, Type.PROJECT, "item"),
                request.caller().user()));
    items.list("/goals", "goals", request -> world.all(Type.GOAL));
    items.create(
        "/goals",
        "goals",
        request ->
            items.filled(
                request,
                Form.GOAL,
                plans.createGoal(request.required("name"), request.caller().user())));
    items.keep(Type.GOAL, "goals", Form.GOAL);
  }
}

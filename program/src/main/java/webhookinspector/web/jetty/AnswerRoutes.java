package webhookinspector.web.jetty;

import java.util.List;
import webhookinspector.web.Admin;
import webhookinspector.web.AnswersNow;

/** What answers Asana on purpose. */
record AnswerRoutes(Admin admin) {

  private static final String PATH = Routes.API + "/answers";

  List<Route> all() {
    return List.of(
        new Route("GET", PATH, call -> answer(call, admin.answering().now())),
        new Route("PUT", PATH, this::follow),
        new Route("DELETE", PATH, call -> answer(call, admin.answering().stop())));
  }

  private Answer follow(Call call) {
    String script = call.body(List.of("script")).path("script").asString("");
    return answer(call, admin.answering().follow(script));
  }

  private static Answer answer(Call call, AnswersNow now) {
    call.knows();
    return Answer.json(now.json());
  }
}

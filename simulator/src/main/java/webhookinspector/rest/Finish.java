package webhookinspector.rest;

import java.util.List;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;

/**
 * What every answer gets, whatever the call.
 *
 * @param base put before the place of a new thing
 * @param announced names of coming changes
 */
record Finish(String base, List<String> announced) {

  private static final String INFO = "https://developers.asana.com/docs/deprecations";

  Reply of(Call call, Reply reply) {
    Reply located = absolute(reply);
    Reply told = located;
    for (String name : announced) {
      if (!names(call, "Asana-Enable", name) && !names(call, "Asana-Disable", name)) {
        told = told.with("Asana-Change", "name=" + name + ";info=" + INFO + ";affected=true");
      }
    }
    return isPretty(call) ? indented(told) : told;
  }

  private Reply absolute(Reply reply) {
    if (!reply.headers().has("Location")) {
      return reply;
    }
    List<Header> lines =
        reply.headers().lines().stream()
            .map(line -> line.isNamed("Location") ? located(line) : line)
            .toList();
    return new Reply(reply.status(), new Headers(lines), reply.body(), reply.cut());
  }

  private Header located(Header line) {
    return new Header(line.name(), base + line.value());
  }

  private static boolean names(Call call, String header, String name) {
    return call.headers().all(header).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .anyMatch(each -> each.strip().equals(name));
  }

  private static boolean isPretty(Call call) {
    return call.parameter("opt_pretty").filter(value -> !value.equals("false")).isPresent();
  }

  private static Reply indented(Reply reply) {
    byte[] body = Json.write(Json.read(reply.body().toBytes()), true);
    return new Reply(reply.status(), reply.headers(), Body.wrapping(body), reply.cut());
  }
}

package webhookinspector.conform;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For programs: one object; keys may be added, never change their meaning. */
public final class JsonReport {

  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonReport() {}

  /** The whole report, indented. */
  public static String of(Report report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("type", "conformance");
    root.put("target", report.target().toString());
    root.put("seed", report.seed());
    root.put("conforms", report.conforms());
    root.put("tookMs", report.took().toMillis());
    root.put("passed", report.passed().size());
    root.put("failed", report.failed().size());
    root.put("warned", report.warned().size());
    root.put("skipped", report.skipped().size());
    ArrayNode mistakes = root.putArray("mistakes");
    report.mistakes().forEach(mistake -> mistakes.add(mistake.words()));
    ArrayNode results = root.putArray("results");
    report.results().forEach(result -> add(results.addObject(), result));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void add(ObjectNode node, Result result) {
    Check check = result.check();
    node.put("check", check.id());
    node.put("outcome", result.outcome().word());
    node.put("says", result.outcome().says());
    node.put("title", check.title());
    node.put("group", check.group().word());
    node.put("severity", check.severity() == Severity.MUST ? "must" : "should");
    node.put("mistake", result.mistake().words());
    node.put("why", check.why());
    node.put("source", check.source());
    node.put("mend", result.mend());
    node.put("tookMs", result.took().toMillis());
    ArrayNode exchanges = node.putArray("exchanges");
    for (Exchange exchange : result.exchanges()) {
      ObjectNode one = exchanges.addObject();
      one.put("sent", exchange.sent());
      one.put("cameBack", exchange.cameBack());
      one.put("tookMs", exchange.took().toMillis());
    }
  }
}

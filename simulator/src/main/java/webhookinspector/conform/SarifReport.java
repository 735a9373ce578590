package webhookinspector.conform;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For code scanning: SARIF 2.1.0, a rule a check and a result a check that ran. */
public final class SarifReport {

  private static final JsonMapper JSON = JsonMapper.shared();

  private SarifReport() {}

  /**
   * @param version the program's, for the tool's description
   */
  public static String of(Report report, String version) {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Webhook Inspector conform");
    driver.put("version", version);
    ArrayNode rules = driver.putArray("rules");
    ArrayNode results = run.putArray("results");
    List<Result> all = report.results();
    for (int i = 0; i < all.size(); i++) {
      rule(rules.addObject(), all.get(i).check());
      result(results.addObject(), all.get(i), i, report.target().toString());
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void rule(ObjectNode rule, Check check) {
    rule.put("id", check.id());
    rule.putObject("shortDescription").put("text", check.title());
    rule.putObject("fullDescription").put("text", check.why());
    rule.putObject("help").put("text", check.mend());
    rule.putObject("defaultConfiguration")
        .put("level", check.severity() == Severity.MUST ? "error" : "warning");
    ObjectNode properties = rule.putObject("properties");
    properties.put("mistake", check.mistake().words());
    properties.put("source", check.source());
    properties.putArray("tags").add("asana-webhooks").add(check.group().word());
  }

  private static void result(ObjectNode node, Result result, int index, String target) {
    node.put("ruleId", result.check().id());
    node.put("ruleIndex", index);
    node.put("kind", kind(result.outcome()));
    node.put("level", level(result.outcome()));
    String says = result.outcome().says();
    node.putObject("message").put("text", says.isEmpty() ? result.check().title() : says);
    node.putArray("locations")
        .addObject()
        .putObject("physicalLocation")
        .putObject("artifactLocation")
        .put("uri", target);
    if (!result.exchanges().isEmpty()) {
      Exchange last = result.exchanges().getLast();
      node.putObject("properties").put("sent", last.sent()).put("cameBack", last.cameBack());
    }
  }

  private static String kind(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed _ -> "pass";
      case Outcome.Failed _, Outcome.Warned _ -> "fail";
      case Outcome.Skipped _ -> "notApplicable";
    };
  }

  /** SARIF wants "none" wherever the kind is not "fail". */
  private static String level(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed _ -> "error";
      case Outcome.Warned _ -> "warning";
      case Outcome.Passed _, Outcome.Skipped _ -> "none";
    };
  }
}

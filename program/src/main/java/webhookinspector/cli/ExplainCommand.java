package webhookinspector.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.inspection.Explanation;
import webhookinspector.web.AdminJson;
import webhookinspector.web.Naming;

/** Explains one delivery. */
@Command(
    name = "explain",
    description = {
      "Explain one delivery: what happened, whether to believe it and why,",
      "repeat of what, how late it came, what we answered, what your app answered.",
      "When a signature does not match, it names what most likely went wrong on the way."
    },
    footer = {"Example:", "  inspector explain 42"})
final class ExplainCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DELIVERY",
      description = "A number or an id from `list`, or the start of an id.")
  String delivery;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Access access = options.open(console)) {
      String id = Naming.find(access.admin(), delivery).line().id();
      Explanation explanation = access.admin().explain(id);
      if (output.json()) {
        console.out().println(AdminJson.explanation(explanation));
      } else {
        explanation.paragraphs().forEach(this::print);
      }
      return Exit.OK;
    }
  }

  private void print(Explanation.Paragraph paragraph) {
    console.out().println(paragraph.title());
    Plain.text(paragraph.text()).lines().forEach(line -> console.out().println("  " + line));
  }
}

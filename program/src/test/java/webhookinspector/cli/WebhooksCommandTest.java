package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.subscription.Webhook;

class WebhooksCommandTest {

  private static final String CANARY = "canary-token-0123456789";

  @TempDir Path folder;
  private Simulator simulator;
  private Path tokenFile;

  @BeforeEach
  void start() throws IOException {
    simulator = Simulator.start(SimulatorSettings.DEFAULTS.withToken(CANARY));
    tokenFile = Files.writeString(folder.resolve("token"), CANARY + "\n");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void createsOneThatStaysAndShowsIt() {
    Typed created = create();
    Webhook there = only();
    assertThat(created.exit()).isEqualTo(Exit.OK);
    assertThat(created.out())
        .startsWith("webhook " + there.gid() + ", ")
        .contains("watches  project Build board (" + project() + ")")
        .contains("target   " + there.target())
        .contains("filters  everything")
        .contains("inbox    build-board");
    assertThat(created.err()).contains("inspector webhooks delete " + there.gid());
    assertThat(lasting(webhooks("show", there.gid()))).isEqualTo(lasting(created));
  }

  @Test
  void takesTheAddressInTheBrowserForAResource() {
    Typed created =
        withPorts("create", "https://app.asana.com/1/5/project/" + project() + "/list/7");
    assertThat(created.exit()).isEqualTo(Exit.OK);
    only();
  }

  @Test
  void listsALineForEachAndTellsWhichAreOurs() {
    create();
    String gid = only().gid();
    Typed listed = webhooks("list");
    assertThat(listed.out())
        .startsWith(gid + "  ")
        .contains("  project Build board (" + project() + ")  inbox build-board  ")
        .hasLineCount(1);
    Typed elsewhere = inFolder("another", "list");
    assertThat(elsewhere.out()).contains("  not ours  ");
    assertThat(webhooks("list", "--resource", "404").out()).isEmpty();
  }

  @Test
  void listsAnObjectALineForPrograms() {
    create();
    assertThat(webhooks("list", "--output", "json").out().strip())
        .startsWith("{")
        .endsWith("}")
        .contains("\"gid\":\"" + only().gid() + "\"")
        .contains("\"ours\":true");
  }

  @Test
  void showsWhatAnUpdateReplaces() {
    withPorts("create", project(), "--filter", "resource_type=task,action=added");
    Typed updated =
        webhooks(
            "update",
            only().gid(),
            "--filter",
            "resource_type=task,action=removed",
            "--filter",
            "resource_type=task,action=deleted");
    assertThat(updated.exit()).isEqualTo(Exit.OK);
    assertThat(updated.out())
        .isEqualTo(
            """
            - resource_type=task,action=added
            + resource_type=task,action=removed
            + resource_type=task,action=deleted
            """);
    assertThat(only().filters()).hasSize(2);
    assertThat(webhooks("update", only().gid(), "--no-filter").out()).endsWith("+ everything\n");
    assertThat(only().filters()).isEmpty();
  }

  @Test
  void deletesWhatWasNamedAndSaysWhoseItWas() {
    create();
    create();
    List<String> gids = simulator.webhooks().stream().map(Webhook::gid).toList();
    assertThat(webhooks("delete", gids.getFirst()).out())
        .isEqualTo(
            "deleted webhook "
                + gids.getFirst()
                + ", inbox build-board, watching "
                + project()
                + "\n");
    assertThat(inFolder("another", "delete", gids.getLast()).out())
        .contains("which this data folder had not created");
    assertThat(simulator.webhooks()).isEmpty();
    Typed again = webhooks("delete", gids.getFirst());
    assertThat(again.exit()).isEqualTo(Exit.NO);
    assertThat(again.err()).contains("Asana has none of that gid");
  }

  @Test
  void deletesAllOfItsOwnOnlyWhenToldTwice() {
    create();
    create();
    inFolder("another", "create", project(), "--receiver-port", "0", "--admin-port", "0");
    Typed plan = webhooks("delete", "--all-mine");
    assertThat(plan.exit()).isEqualTo(Exit.NO);
    assertThat(plan.out()).hasLineCount(2).contains("would delete webhook ");
    assertThat(plan.err()).contains("Nothing was deleted").contains("--yes");
    assertThat(simulator.webhooks()).hasSize(3);

    Typed done = webhooks("delete", "--all-mine", "--yes");
    assertThat(done.exit()).isEqualTo(Exit.OK);
    assertThat(done.out()).hasLineCount(2);
    assertThat(simulator.webhooks()).hasSize(1);
    assertThat(webhooks("delete", "--all-mine", "--yes").err()).contains("has created none");
  }

  @ParameterizedTest
  @CsvSource({
    "delete",
    "delete 900 --all-mine",
    "delete nine",
    "update 900",
    "update 900 --no-filter --filter action=added",
    "update 900 --filter color=red",
    "create",
    "create Build-board",
    "show",
    "show ../users/me"
  })
  void saysWhatWasExpectedWhenTheWordsAreOff(String line) {
    Typed typed = webhooks(line.split(" ", -1));
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).isNotBlank().doesNotContain("\tat ");
  }

  @Test
  void showsAsanasWordsAndOursWhenItRefuses() {
    Typed typed = webhooks("show", "404404");
    assertThat(typed.exit()).isEqualTo(Exit.REFUSED);
    assertThat(typed.err())
        .startsWith("Asana answered 404: ")
        .contains("See those that there are: inspector webhooks list");
  }

  @Test
  void keepsTheTokenOutOfWhatItPrintsWhenItIsRefused() throws IOException {
    Files.writeString(tokenFile, "another-canary-token");
    Typed typed = webhooks("list");
    assertThat(typed.exit()).isEqualTo(Exit.REFUSED);
    assertThat(typed.err()).contains("401").contains("ASANA_ACCESS_TOKEN");
    assertThat(typed.err() + typed.out()).doesNotContain("canary");
  }

  @Test
  void doesNotSendTheTokenToAStranger() {
    Typed typed =
        Typed.line(
            "webhooks",
            "list",
            "--data",
            folder.resolve("data").toString(),
            "--api-base",
            "https://evil.test/api/1.0",
            "--token-file",
            tokenFile.toString());
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).startsWith("api-base: https://evil.test").contains("--allow-api-base");
  }

  @Test
  void tellsHowTheyAreDoingAndHowToHaveADeletedOneBack() {
    create();
    Typed well = webhooks("health");
    assertThat(well.out())
        .startsWith("webhook " + only().gid() + ", ")
        .contains("inbox build-board");
    assertThat(webhooks("health", "--output", "json").out())
        .startsWith("{\"at\":")
        .contains("\"webhook\":\"" + only().gid() + "\"");

    String gid = only().gid();
    inFolder("another", "delete", gid);
    Typed gone = webhooks("health");
    assertThat(gone.exit()).isEqualTo(Exit.NO);
    assertThat(gone.out())
        .contains("webhook " + gid + ", gone (critical)")
        .contains("next     inspector webhooks create " + project());
    assertThat(webhooks("list").err())
        .contains("webhook " + gid + " (inbox build-board) is gone: ")
        .contains("Create it again: inspector webhooks create " + project());
  }

  /** Without its health: the receiver ended with the command, so the first heartbeat may fail. */
  private static List<String> lasting(Typed typed) {
    return typed
        .out()
        .lines()
        .skip(1)
        .filter(line -> !line.matches("  (health|heard|due|lag|next) .*"))
        .toList();
  }

  private Typed create() {
    return withPorts("create", project());
  }

  private Typed withPorts(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--receiver-port", "0", "--admin-port", "0"));
    return webhooks(all.toArray(String[]::new));
  }

  private Typed webhooks(String... words) {
    return inFolder("data", words);
  }

  private Typed inFolder(String data, String... words) {
    URI api = simulator.api();
    var all = new ArrayList<>(List.of("webhooks"));
    all.addAll(List.of(words));
    all.addAll(List.of("--data", folder.resolve(data).toString()));
    all.addAll(List.of("--api-base", api.toString(), "--token-file", tokenFile.toString()));
    return Typed.line(all.toArray(String[]::new));
  }

  private String project() {
    return simulator.project().gid();
  }

  private Webhook only() {
    assertThat(simulator.webhooks()).hasSize(1);
    return simulator.webhooks().getFirst();
  }
}

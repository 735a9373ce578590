package webhookinspector.checks.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import webhookinspector.web.NewReplay;

/**
 * What stands on the pages for something that each reader has of his own, and what is put there
 * instead. The one list; the order counts.
 */
final class Placeholders {

  private record Placeholder(Pattern pattern, Supplier<String> here) {}

  private final List<Placeholder> all = new ArrayList<>();

  /** Those of a stage; each is asked anew for every command. */
  Placeholders(Stage stage) {
    String hook = stage.ownProgram.authority();
    put("localhost:3000|127\\.0\\.0\\.1:3000", () -> hook);
    put("(?<=admin=http://)127\\.0\\.0\\.1:8091", () -> stage.adminAddress().getAuthority());
    put("127\\.0\\.0\\.1:8091", () -> "127.0.0.1:" + stage.home.usualAdmin);
    put("127\\.0\\.0\\.1:8090", () -> "127.0.0.1:" + stage.home.usualReceiver);
    put("(?<=--port )8088", () -> "0");
    put("127\\.0\\.0\\.1:8088", () -> stage.anotherAsana.control().getAuthority());
    put("https://hooks\\.slack\\.com/services/…", () -> "http://" + hook + "/slack");
    put("https://(hooks\\.example\\.com|your\\.address|…)", () -> "https://localhost:1");
    put(" --tunnel ngrok", () -> ""); // a local Asana reaches us without
    put("(?<=ASANA_ACCESS_TOKEN=)…", stage.asana::token);
    put(
        "(?<=listen )…|\\bPROJECT(_GID)?\\b|1201234567890123|1200000000000101",
        () -> stage.asana.project().gid());
    put("(?<=reconcile )1200123", () -> stage.asana.webhooks().getFirst().gid());
    put("(?<=--to )…", () -> "http://" + hook + "/hook");
    put("1200000000000900", () -> stage.asana.webhooks().getLast().gid());
    put("1200000000000(555|001)", () -> stage.task.gid());
    put("(?<=/workspaces/)1100", () -> stage.asana.workspace().gid());
    put("(?<=/replays/)01[0-9A-Z]{24}", () -> slowReplay(stage));
    put("01J9ZZ\\b|01M889ANPRTF", () -> stage.newest().getLast());
    put("01JA00\\b", () -> stage.newest().getFirst());
    put("(?<= )ID\\b", () -> stage.newest().getLast());
    put("\\bGID\\b", () -> stage.asana.webhooks().getFirst().gid());
    put("(?<=--secret-file )F\\b", () -> "secret.txt");
    put("(?<=--signature )HEX\\b", () -> Home.SIGNATURE);
    put("(?<=--data )DIR\\b", () -> "restored");
    put("(?<=import )FILE\\b", () -> "week.jsonl.gz");
    put("COMMAND(?= --help)", () -> "list");
    put("(?<![\\w.])(?=/(srv|mnt)/)", () -> stage.home.folder().toString());
  }

  private void put(String pattern, Supplier<String> here) {
    all.add(new Placeholder(Pattern.compile(pattern), here));
  }

  /** A replay that still goes on when it is asked for. */
  private static String slowReplay(Stage stage) {
    String target = "http://" + stage.ownProgram.authority() + "/hook";
    var wanted = new NewReplay(target, stage.newest(), null, 0.001, 1, false, 0, null, null, false);
    return stage.admin.replaying().begin(wanted).line().id();
  }

  /** A command of a page as it is typed here. */
  String fill(String text) {
    String filled = text;
    for (Placeholder placeholder : all) {
      Matcher matcher = placeholder.pattern.matcher(filled);
      if (matcher.find()) {
        filled = matcher.replaceAll(Matcher.quoteReplacement(placeholder.here.get()));
      }
    }
    return filled;
  }
}

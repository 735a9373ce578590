package webhookinspector.checks.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The one list of how each command of the pages is run; the first that fits counts. */
final class Ways {

  private record Rule(Pattern command, Way way) {}

  /**
   * What cannot be typed on a machine that builds and tests, word for word, so that the list only
   * grows by being changed; and why. What can be read of it is read by {@code DeliverablesTest}.
   */
  private static final Map<String, String> NOT_HERE =
      Map.of(
          "sudo apt install ./webhook-inspector_0.1.0_amd64.deb",
          "changes the machine; ./dev check release installs the package below a root of its own",
          "sudo systemctl enable --now webhook-inspector.socket webhook-inspector.service",
          "needs systemd to run; the units are verified",
          "ssh -L 8091:127.0.0.1:8091 host",
          "needs another machine; that the admin port answers to that name is tested with it",
          "docker build -f Containerfile -t webhook-inspector .",
          "needs a daemon and a registry; the container file is read",
          "systemd-analyze security webhook-inspector",
          "needs systemd to run; ./dev check release has the unit rated offline",
          "systemd-creds encrypt - /etc/webhook-inspector/asana-token",
          "needs systemd's key of the machine");

  private static final List<Rule> RULES =
      List.of(
          new Rule(Pattern.compile("^\\./dev\\b"), new Way.OfTheBuild()),
          goesOn("^ask -N ", "data:", 143), // 128 and SIGTERM
          ends("&\\s*(#.*)?$", 0), // begins in the background
          ends("^inspector poll .*--once", 0),
          goesOn("^(\\./)?inspector (listen|serve|poll|demo|simulate)\\b", "127\\.0\\.0\\.1", 0),
          ends("inspector conform .*--start 'npm start'", 3), // somebody listens there already
          ends("inspector conform http://localhost", 1), // he believes everything
          ends("inspector replay .*--before 1h", 1), // nothing is that old
          ends("^(\\./)?inspector reconcile", 0, 1), // on a busy machine something is on its way
          ends("^(\\./)?inspector ", 0),
          ends("^(ask|curl|export|timeout|wait|kill|cd|mkdir|tar|sh) ", 0),
          ends("^\\(umask 077 && openssl rand ", 0),
          ends("^[a-zA-Z]+=|^ask\\(\\)", 0));

  private Ways() {}

  /** How to run it; nothing if nobody knows. */
  static Optional<Way> of(Shown shown) {
    String because = NOT_HERE.get(shown.text());
    return because != null
        ? Optional.of(new Way.NotHere(because))
        : RULES.stream()
            .filter(rule -> rule.command.matcher(shown.text()).find())
            .map(Rule::way)
            .findFirst();
  }

  /** All that cannot be typed here. */
  static Set<String> notHere() {
    return NOT_HERE.keySet();
  }

  private static Rule goesOn(String command, String says, int code) {
    return new Rule(Pattern.compile(command), new Way.GoesOn(says, code));
  }

  private static Rule ends(String command, Integer... codes) {
    return new Rule(Pattern.compile(command), new Way.Ends(List.of(codes)));
  }
}

package webhookinspector.checks.pages;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import webhookinspector.checks.JavaCommand;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/** The reader's home: the program on the PATH, a configuration, a desk for each page. */
final class Home {

  private static final String SECRET = "b537207f20cbfa02357cf448134da559e8bd39d6";
  private static final Body BODY = Body.of("{\"events\":[]}");

  /** Of {@code body.json} with the secret in {@code secret.txt}. */
  static final String SIGNATURE = Signature.of(Secret.of(SECRET), BODY).hex();

  /**
   * Whoever holds a folder gets one of his own: the usual one is held by the receiver that runs all
   * the time. Every process is written down, so that none outlives the check.
   */
  private static final String LAUNCHER =
      """
      case "$1" in
        listen | serve | poll | demo) export XDG_DATA_HOME="$(mktemp -d -p "$HOME")" ;;
      esac
      echo $$ >> "$HOME/pids"
      """;

  /** What stands for 8090 and 8091 where a page starts a receiver of its own. */
  final int usualReceiver = freePort();

  final int usualAdmin = freePort();

  private final Path folder;

  /**
   * @param folder where it is made
   * @param api where the configuration leads instead of Asana
   */
  Home(Path folder, URI api) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("srv"));
    Files.createDirectories(folder.resolve("mnt/backups"));
    String words = String.join("' '", JavaCommand.of("webhookinspector.cli.Main"));
    script("bin/inspector", LAUNCHER + "exec '" + words + "' \"$@\"");
    Path config = Files.createDirectories(folder.resolve(".config/webhook-inspector"));
    Files.writeString(
        config.resolve("config.toml"),
        "api-base = \"%s\"\nreceiver-port = %d\nadmin-port = %d\n"
            .formatted(api, usualReceiver, usualAdmin));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  Path folder() {
    return folder;
  }

  /** The folder that every command uses when it is not told another one. */
  Path data() {
    return folder.resolve(".local/share/webhook-inspector");
  }

  /** A working folder for the commands of one page. */
  Path desk(String name) throws IOException {
    Path desk = Files.createDirectories(folder.resolve(name));
    Files.createSymbolicLink(desk.resolve("inspector"), folder.resolve("bin/inspector"));
    Files.writeString(desk.resolve("body.json"), BODY.text());
    Files.writeString(desk.resolve("secret.txt"), SECRET + "\n");
    Files.writeString(desk.resolve("key.txt"), "abc\n");
    script(name + "/on-event.sh", "cat > /dev/null");
    return desk;
  }

  private void script(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** All variables that a reader has. */
  Map<String, String> environment(String token) {
    return Map.of(
        "PATH",
        folder.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin",
        "HOME",
        folder.toString(),
        "LANG",
        "C.UTF-8",
        "EDITOR",
        "true",
        "ASANA_ACCESS_TOKEN",
        token);
  }

  /** Ends whatever was started here and still runs. */
  void endAll() throws IOException {
    for (String pid : Files.readAllLines(folder.resolve("pids"))) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(Home::end);
    }
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }
}

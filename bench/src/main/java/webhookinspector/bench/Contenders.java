package webhookinspector.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Starts each contender. */
final class Contenders {

  static final String SECRET = "b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81";

  private final Path folder;
  private final Path body;

  Contenders(Path folder, Path body) {
    this.folder = folder;
    this.body = body;
  }

  /** A contender that says how much it has kept. */
  record Inspector(Contender contender, BufferedReader counts) {

    /** Deliveries kept and syncs made, since start. */
    long[] keptAndSyncs() throws IOException {
      var out = contender.process().outputWriter();
      out.newLine();
      out.flush();
      String[] numbers = counts.readLine().split(" ", -1);
      return new long[] {Long.parseLong(numbers[0]), Long.parseLong(numbers[1])};
    }
  }

  /** With the flags of the launcher. */
  Inspector inspector() throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "-Xms40m",
                "-Xmn16m",
                "-XX:TrimNativeHeapInterval=5000",
                "-cp",
                System.getProperty("java.class.path"),
                Receiver.class.getName(),
                folder.toString(),
                body.toString(),
                SECRET)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader();
    String[] ready = out.readLine().split(" ", -1);
    URI url = URI.create("http://127.0.0.1:" + ready[0] + ready[1]);
    return new Inspector(new Contender("Webhook Inspector", process, url), out);
  }

  /** Asana's sample's approach on Node: it verifies and keeps nothing. */
  Contender sample() throws IOException {
    Process process =
        new ProcessBuilder("node", resource("sample.js").toString(), SECRET)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int port = Integer.parseInt(process.inputReader().readLine());
    return new Contender("Asana's sample's way (Node)", process, at(port));
  }

  /** The least that a web server can do. */
  Contender constant() throws IOException, InterruptedException {
    return nginx("nginx, constant 200", "return 200;", "");
  }

  /** Passes each POST on to another one. */
  Contender proxy(Contender to) throws IOException, InterruptedException {
    return nginx(
        "nginx, proxy",
        "proxy_pass http://behind; proxy_http_version 1.1; proxy_set_header Connection \"\";",
        "upstream behind { server 127.0.0.1:" + to.url().getPort() + "; keepalive 512; }");
  }

  private Contender nginx(String name, String location, String upstream)
      throws IOException, InterruptedException {
    int port = freePort();
    Path home = Files.createDirectories(folder.resolve("nginx-" + port));
    Files.writeString(
        home.resolve("nginx.conf"),
        """
        daemon off; worker_processes auto; pid nginx.pid; error_log stderr crit;
        events { worker_connections 2048; }
        http {
          access_log off; keepalive_requests 100000000;
          client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi; scgi_temp_path scgi;
          %s
          server { listen 127.0.0.1:%d backlog=1024; location / { %s } }
        }
        """
            .formatted(upstream, port, location));
    Process process =
        new ProcessBuilder("nginx", "-p", home.toString(), "-c", "nginx.conf").inheritIO().start();
    awaitPort(port);
    return new Contender(name, process, at(port));
  }

  static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port + "/in/bench");
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static void awaitPort(int port) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException("nobody opens port " + port);
  }

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (var in = Contenders.class.getResourceAsStream("/receive/" + name)) {
      Files.write(file, Objects.requireNonNull(in).readAllBytes());
    }
    return file;
  }

  /** Says what is left out where it is not. */
  static boolean isInstalled(String program, String question)
      throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(program, question)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      System.err.println(program + ": not found; the row that needs it is left out");
      return false;
    }
  }
}

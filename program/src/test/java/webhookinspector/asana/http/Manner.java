package webhookinspector.asana.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One way to answer a request, or not to. */
@FunctionalInterface
public interface Manner {

  void answer(Socket socket, OutputStream out) throws IOException;

  Manner ME = json(200, "{\"data\":{\"gid\":\"7\",\"resource_type\":\"user\",\"name\":\"Ann\"}}");

  Manner SERVER_ERROR =
      json(500, "{\"errors\":[{\"message\":\"Server Error\",\"phrase\":\"6 sad squid\"}]}");

  Manner BAD_GATEWAY_PAGE = page(502, "<html><h1>502 Bad Gateway</h1></html>");

  Manner RESET =
      (socket, _) -> {
        socket.setSoLinger(true, 0);
        socket.close();
      };

  /** Says nothing until the other side gives up. */
  Manner HANG = (socket, _) -> waitForTheEnd(socket);

  Manner GARBAGE = json(200, "\u0000\u0001}{ not json at all");

  Manner TRUNCATED_JSON = json(200, "{\"data\":{\"gid\":\"7\",\"na");

  /** Promises more than it sends. */
  Manner CUT_BODY =
      (_, out) ->
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"data\":"
                  .getBytes(StandardCharsets.UTF_8));

  Manner LOGIN_PAGE = page(200, "<!doctype html><title>Sign in to the network</title>");

  /** A byte now and then, for ever: no single read times out. */
  Manner SLOW_DRIP =
      (_, out) -> {
        out.write(
            "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        while (true) {
          out.write(' ');
          out.flush();
          pause();
        }
      };

  Manner HUGE_BODY =
      (_, out) -> {
        out.write(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        byte[] chunk =
            ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
        while (true) {
          out.write(chunk);
        }
      };

  /** Says UTF-16, sends Latin-1. */
  Manner WRONG_CHARSET =
      response(
          200,
          "Content-Type: application/json; charset=utf-16\r\n",
          "{\"data\":{\"gid\":\"7\",\"resource_type\":\"user\",\"name\":\"Zo\u00eb\"}}",
          StandardCharsets.ISO_8859_1);

  static Manner tooMany(String retryAfter) {
    return response(
        429,
        "Content-Type: application/json\r\nRetry-After: " + retryAfter + "\r\n",
        "{\"errors\":[{\"message\":\"You have made too many requests recently.\"}]}",
        StandardCharsets.UTF_8);
  }

  static Manner redirectTo(Object address) {
    return response(302, "Location: " + address + "\r\n", "", StandardCharsets.UTF_8);
  }

  static Manner error(int status, String message) {
    return json(
        status, "{\"errors\":[{\"message\":\"" + message + "\",\"help\":\"see the docs\"}]}");
  }

  static Manner json(int status, String body) {
    return response(status, "Content-Type: application/json\r\n", body, StandardCharsets.UTF_8);
  }

  static Manner page(int status, String body) {
    return response(status, "Content-Type: text/html\r\n", body, StandardCharsets.UTF_8);
  }

  static Manner response(int status, String headers, String body, Charset charset) {
    byte[] bytes = body.getBytes(charset);
    String head =
        "HTTP/1.1 "
            + status
            + " Some Reason\r\nConnection: close\r\nContent-Length: "
            + bytes.length
            + "\r\n"
            + headers
            + "\r\n";
    return (_, out) -> {
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(bytes);
      out.flush();
    };
  }

  private static void waitForTheEnd(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // whatever it says
    }
  }

  private static void pause() {
    try {
      boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

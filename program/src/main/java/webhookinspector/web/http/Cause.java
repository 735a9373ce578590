package webhookinspector.web.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;

/** Why the admin port could not be asked, in words. */
final class Cause {

  private Cause() {}

  static String words(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException _ -> "no connection in time";
      case HttpTimeoutException _ -> "no answer in time";
      case ConnectException _ -> "nothing listens there";
      case EOFException _, ClosedChannelException _ -> "the connection was closed";
      case InterruptedException _ -> "interrupted";
      default -> cause.getMessage() == null ? "the connection broke" : cause.getMessage();
    };
  }
}

package webhookinspector.sender.socket;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import webhookinspector.delivery.Body;
import webhookinspector.faults.Plan;
import webhookinspector.sender.Answer;

/** One connection to a target. Used by one thread at a time. */
final class Connection implements AutoCloseable {

  private static final long IDLE_NANOS = 4_000_000_000L; // most servers close after 5 s or more
  private static final int DRIPS = 10;
  private static final int DRIP_MILLIS = 100;

  private final SocketChannel channel;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private long usedAt = System.nanoTime();

  private Connection(SocketChannel channel, Socket socket) throws IOException {
    this.channel = channel;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 2_048);
    this.out = socket.getOutputStream();
  }

  /** What came back, and whether the connection may be used again. */
  record Reply(Answer.Response response, boolean reusable) {}

  static Connection open(String scheme, String host, int port, long deadline) throws IOException {
    var channel = SocketChannel.open();
    try {
      Socket plain = channel.socket();
      plain.setTcpNoDelay(true);
      plain.connect(new InetSocketAddress(host, port), millisUntil(deadline));
      plain.setSoTimeout(millisUntil(deadline));
      return new Connection(channel, "https".equals(scheme) ? secured(plain, host, port) : plain);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static Socket secured(Socket plain, String host, int port) throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var secured = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static int millisUntil(long deadline) throws SocketTimeoutException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException("no time left");
    }
    return (int) Math.min(millis + 1, Integer.MAX_VALUE);
  }

  /**
   * Whether a rested connection is still open at the other end. A TLS connection is never used
   * again: only its own layer could tell.
   */
  boolean isFresh() {
    if (socket instanceof SSLSocket || System.nanoTime() - usedAt > IDLE_NANOS) {
      return false;
    }
    try {
      channel.configureBlocking(false);
      int read = channel.read(ByteBuffer.allocate(1)); // 0: open, and nothing unasked-for came
      channel.configureBlocking(true);
      return read == 0;
    } catch (IOException e) {
      return false;
    }
  }

  void write(byte[] head, Body body, Plan.Manner manner, long deadline) throws IOException {
    byte[] bytes = body.toBytes();
    switch (manner) {
      case WHOLE -> out.write(joined(head, bytes, bytes.length));
      case CUT -> {
        out.write(joined(head, bytes, bytes.length / 2));
        socket.shutdownOutput();
      }
      case DRIPPING -> drip(head, bytes, deadline);
    }
    out.flush();
  }

  private static byte[] joined(byte[] head, byte[] body, int length) {
    byte[] all = new byte[head.length + length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, length);
    return all;
  }

  private void drip(byte[] head, byte[] body, long deadline) throws IOException {
    out.write(head);
    int chunk = Math.max(1, body.length / DRIPS);
    for (int from = 0; from < body.length; from += chunk) {
      out.write(body, from, Math.min(chunk, body.length - from));
      out.flush();
      millisUntil(deadline);
      try {
        Thread.sleep(DRIP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  Reply read(long deadline) throws IOException {
    var reader = new ResponseReader(in, () -> socket.setSoTimeout(millisUntil(deadline)));
    socket.setSoTimeout(millisUntil(deadline));
    Reply reply = reader.read();
    usedAt = System.nanoTime();
    return reply;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // nothing is lost: the exchange is over
    }
  }
}

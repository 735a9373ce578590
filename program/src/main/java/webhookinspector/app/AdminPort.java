package webhookinspector.app;

import java.net.URI;
import webhookinspector.web.Admin;
import webhookinspector.web.AdminKey;

/** The admin port, open. */
record AdminPort(URI address, URI login) implements AutoCloseable {

  static AdminPort open(Listening listening, Admin admin, AdminKey key) {
    URI address = URI.create("http://127.0.0.1:" + listening.adminPort());
    return new AdminPort(address, address);
  }

  @Override
  public void close() {}
}

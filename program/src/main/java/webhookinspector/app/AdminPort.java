package webhookinspector.app;

import java.net.URI;
import java.security.SecureRandom;
import webhookinspector.web.Admin;
import webhookinspector.web.AdminKey;
import webhookinspector.web.AdminSettings;
import webhookinspector.web.jetty.JettyAdmin;

/** The admin port, open. */
record AdminPort(JettyAdmin port, URI login) implements AutoCloseable {

  static AdminPort open(Listening listening, Admin admin, AdminKey key) {
    var settings = AdminSettings.loopback(listening.adminPort());
    JettyAdmin port = JettyAdmin.start(settings, admin, key, new SecureRandom());
    return new AdminPort(port, port.loginLink());
  }

  URI address() {
    return port.address();
  }

  @Override
  public void close() {
    port.close();
  }
}

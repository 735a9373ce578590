package webhookinspector.egress.socket;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface Resolver {

  /** All of them, as the machine is set up. */
  Resolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

  /** At least one. */
  List<InetAddress> resolve(String name) throws UnknownHostException;
}

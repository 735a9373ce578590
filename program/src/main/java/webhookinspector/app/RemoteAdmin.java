package webhookinspector.app;

import webhookinspector.web.http.HttpAdmin;

/** The admin port of the process that holds a folder. */
final class RemoteAdmin {

  private RemoteAdmin() {}

  static HttpAdmin of(RunningFile holder) {
    return new HttpAdmin(holder.admin(), holder.key());
  }
}

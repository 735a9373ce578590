package webhookinspector.answers;

import java.util.LinkedHashMap;
import java.util.Map;
import webhookinspector.event.Content;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;

/**
 * The newest bodies that an app has taken in this run. Heartbeats are all alike and never count;
 * neither do handshakes.
 */
final class TakenBodies {

  private static final int MOST = 10_000;

  private record Key(InboxName inbox, String sha256) {}

  private final Map<Key, Boolean> bodies =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
          return size() > MOST;
        }
      };

  synchronized boolean has(Judged judged) {
    return bodies.containsKey(key(judged));
  }

  synchronized void add(Judged judged) {
    if (!judged.judgement().handshake()
        && !(Content.of(judged.delivery().body()) instanceof Content.Heartbeat)) {
      bodies.put(key(judged), true);
    }
  }

  private static Key key(Judged judged) {
    return new Key(judged.inbox(), judged.delivery().body().sha256());
  }
}

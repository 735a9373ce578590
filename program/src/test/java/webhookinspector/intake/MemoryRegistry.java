package webhookinspector.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Registry;

final class MemoryRegistry implements Registry {
  private final Map<InboxName, Inbox> inboxes = new ConcurrentHashMap<>();
  private final List<Alert> alerts = new ArrayList<>();

  @Override
  public void save(Inbox inbox) {
    inboxes.put(inbox.name(), inbox);
  }

  @Override
  public void remove(InboxName name) {
    inboxes.remove(name);
  }

  @Override
  public Optional<Inbox> find(InboxKey key) {
    return inboxes.values().stream().filter(i -> i.key().equals(key)).findFirst();
  }

  @Override
  public Optional<Inbox> find(InboxName name) {
    return Optional.ofNullable(inboxes.get(name));
  }

  @Override
  public List<Inbox> inboxes() {
    return inboxes.values().stream().sorted(Comparator.comparing(i -> i.name().text())).toList();
  }

  @Override
  public synchronized void raise(Alert alert) {
    alerts.addFirst(alert);
  }

  @Override
  public synchronized List<Alert> alerts(int limit) {
    return alerts.stream().limit(limit).toList();
  }

  @Override
  public void close() {}
}

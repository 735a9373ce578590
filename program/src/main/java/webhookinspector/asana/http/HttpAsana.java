package webhookinspector.asana.http;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.Asana;
import webhookinspector.event.Ref;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;

/** {@link Asana} over the JDK's HTTP client. */
@SuppressWarnings("DoNotCallSuggester") // for the first slice only
public final class HttpAsana implements Asana {

  private final AsanaSettings settings;

  /**
   * @param jitter spreads what is tried again; need not be cryptographic
   */
  public HttpAsana(AsanaSettings settings, InstantSource clock, RandomGenerator jitter) {
    this.settings = settings;
  }

  @Override
  public Created create(String resource, URI target, List<Filter> filters) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Webhook webhook(String gid) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Webhook> webhooks(String workspace, @Nullable String resource) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Webhook update(String gid, List<Filter> filters) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(String gid) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ref me() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Ref> workspaces() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Ref> projects(String workspace) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ref resource(String gid) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ref workspaceOf(Ref resource) {
    throw new UnsupportedOperationException();
  }

  @Override
  public URI base() {
    return settings.base();
  }
}

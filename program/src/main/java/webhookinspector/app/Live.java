package webhookinspector.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.event.Ref;
import webhookinspector.feed.Opening;
import webhookinspector.feed.State;
import webhookinspector.feed.View;
import webhookinspector.registry.Alert;
import webhookinspector.subscription.Filter;
import webhookinspector.webhooks.Created;
import webhookinspector.webhooks.Tidied;
import webhookinspector.webhooks.Wish;

/**
 * A holder with a live view: what {@code listen}, {@code demo} and {@code serve} have in common.
 */
public final class Live {

  private static final Logger LOG = LoggerFactory.getLogger(Live.class);

  /** Nothing goes on beside the view. */
  public static final Meanwhile NOTHING = () -> () -> {};

  /** More lines than a terminal falls behind by, unless nobody reads it. */
  private static final int CAPACITY = 10_000;

  private final Settings settings;
  private final Output output;
  private final @Nullable Path readyFile;
  private final Ending ending;

  /**
   * @param readyFile written once everything listens, or null
   */
  public Live(Settings settings, Output output, @Nullable Path readyFile, Ending ending) {
    this.settings = settings;
    this.output = output;
    this.readyFile = readyFile;
    this.ending = ending;
  }

  /**
   * What is wanted of a run.
   *
   * @param resources gids to create webhooks on; none to create none
   * @param filters of each webhook; none for everything
   * @param keep whether the webhooks outlive us
   * @param atMost ends by itself then, or null to go on until told
   * @param note one more line for the head of the view, or ""
   * @param meanwhile started once all is live, closed before anything else ends
   */
  public record Plan(
      List<String> resources,
      List<Filter> filters,
      boolean keep,
      @Nullable Duration atMost,
      String note,
      Meanwhile meanwhile) {

    /** Receives and shows, and creates nothing. */
    public static Plan toServe() {
      return new Plan(List.of(), List.of(), true, null, "", NOTHING);
    }
  }

  /** Something that goes on while we are live. */
  public interface Meanwhile {
    AutoCloseable start();
  }

  /** Runs until it ends; the exit code. */
  public int run(Plan plan) throws Exception {
    if (readyFile != null) {
      Files.deleteIfExists(readyFile); // of an earlier run: whoever waits for it must wait for ours
    }
    View view = output.view(settings.surroundings());
    try (view) {
      return run(plan, view);
    }
  }

  private int run(Plan plan, View view) throws Exception {
    try (Holder holder = Holder.start(settings)) {
      holder.core().feed().watch(view, CAPACITY); // ends with the feed, after the last delivery
      try {
        ending.during(() -> begin(plan, holder, view));
        try (AutoCloseable _ = plan.meanwhile.start()) {
          return ending.await(plan.atMost);
        }
      } catch (InterruptedException e) {
        return ending.asked().orElse(130);
      } finally {
        removeOwn(holder);
      }
    }
  }

  private void begin(Plan plan, Holder holder, View view) {
    List<Ref> watched = plan.resources.stream().map(holder.core().asana()::resource).toList();
    view.open(
        new Opening(
            settings.command(),
            watched.stream().map(Live::words).toList(),
            holder.ready(),
            settings.folder().path().toString(),
            (plan.note + " " + Ports.note(settings.listening(), holder.ready())).strip()));
    if (readyFile != null) {
      ReadyFile.write(readyFile, holder.ready());
    }
    if (!watched.isEmpty()) {
      watch(plan, watched, holder);
    }
    holder.core().state().phase(new State.Live(""));
  }

  private void watch(Plan plan, List<Ref> watched, Holder holder) {
    var webhooks = holder.core().webhooks();
    webhooks.tidy().forEach(tidied -> tell(holder, tidied));
    webhooks.removeLeftovers().forEach(tidied -> tell(holder, tidied));
    for (Ref resource : watched) {
      holder.core().state().phase(new State.WaitingForHandshake(words(resource)));
      var wish = new Wish(resource.gid(), holder.addressForAsana(), plan.filters, plan.keep);
      Created created = webhooks.create(wish);
      for (String remark : created.remarks()) {
        alert(holder, new Alert(now(), created.inbox().name(), "webhook", remark));
      }
    }
  }

  private void removeOwn(Holder holder) {
    for (Tidied tidied : holder.core().webhooks().removeOwn()) {
      if (tidied.done()) {
        LOG.info("{}: {}", tidied.inbox(), tidied.sentence());
      } else {
        tell(holder, tidied);
      }
    }
  }

  private void tell(Holder holder, Tidied tidied) {
    alert(holder, new Alert(now(), tidied.inbox(), "tidied", tidied.sentence()));
  }

  private void alert(Holder holder, Alert alert) {
    holder.core().alerts().accept(alert);
  }

  private Instant now() {
    return settings.surroundings().clock().instant();
  }

  private static String words(Ref resource) {
    String type = resource.type().orElse("resource");
    return resource.name() == null ? type + " " + resource.gid() : type + " " + resource.name();
  }
}

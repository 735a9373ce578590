package webhookinspector.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.event.Ref;
import webhookinspector.feed.Opening;
import webhookinspector.feed.State;
import webhookinspector.feed.View;
import webhookinspector.registry.Alert;
import webhookinspector.subscription.Filter;
import webhookinspector.webhooks.Created;
import webhookinspector.webhooks.Wish;

/**
 * A holder with a live view: what {@code listen}, {@code demo} and {@code serve} have in common.
 */
public final class Live {

  private static final int INTERRUPTED = 130;

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
   * @param way how events come in
   * @param resources gids of what is watched: webhooks are created on them, or they are polled
   * @param filters of each webhook; none for everything
   * @param keep whether the webhooks outlive us
   * @param atMost ends by itself then, or null to go on until told
   * @param once whether a run that only polls ends when there is nothing more to fetch
   * @param note one more line for the head of the view, or ""
   * @param freshAsana whether Asana began with us and knows nothing of earlier runs
   * @param meanwhile started once all is live, closed before anything else ends
   */
  public record Plan(
      Way way,
      List<String> resources,
      List<Filter> filters,
      boolean keep,
      @Nullable Duration atMost,
      boolean once,
      String note,
      boolean freshAsana,
      Meanwhile meanwhile) {

    /** Receives and shows, and creates nothing. */
    public static Plan toServe(Way way) {
      return new Plan(way, List.of(), List.of(), true, null, false, "", false, NOTHING);
    }

    /** Asks for events, and creates nothing. */
    public static Plan toPoll(List<String> resources, boolean once) {
      String note = "Asks Asana for events; no webhook and no public address is needed.";
      return new Plan(Way.STREAMS, resources, List.of(), true, null, once, note, false, NOTHING);
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
    var host = new ViewHost();
    View view = output.view(settings.surroundings(), host, ending);
    try (view) {
      return run(plan, view, host);
    }
  }

  private int run(Plan plan, View view, ViewHost host) throws Exception {
    try (Holder holder = Holder.start(settings)) {
      host.opened(holder);
      holder.core().feed().watch(view, CAPACITY); // ends with the feed, after the last delivery
      try {
        ending.during(() -> begin(plan, holder, view));
        Polling polling = polling(plan, holder);
        try (AutoCloseable _ = plan.meanwhile.start()) {
          int code = ending.await(plan.atMost);
          polling.demandAny();
          return code;
        }
      } catch (InterruptedException e) {
        return ending.asked().orElse(INTERRUPTED);
      } finally {
        holder.stopWatching(); // what we remove ourselves is no loss
        leftovers(holder).removeOwn();
      }
    }
  }

  private void begin(Plan plan, Holder holder, View view) {
    boolean creates = plan.way != Way.STREAMS && !plan.resources.isEmpty();
    if (creates) {
      holder.addressForAsana(); // refused now, not after everything else has been done
    }
    List<Ref> watched = plan.resources.stream().map(gid -> thing(gid, plan, holder)).toList();
    view.open(
        new Opening(
            settings.command(),
            watched.stream().map(Live::words).toList(),
            holder.ready(),
            settings.folder().path().toString(),
            notes(plan, holder)));
    if (readyFile != null) {
      ReadyFile.write(readyFile, holder.ready());
    }
    if (creates) {
      watch(plan, watched, holder);
    } else {
      Thread.ofVirtual().start(leftovers(holder)::endCutOffCreations);
    }
    holder.core().state().phase(new State.Live(""));
  }

  private String notes(Plan plan, Holder holder) {
    String ports = Ports.note(settings.listening(), holder.ready());
    return Stream.of(plan.note, ports, settings.onward().note())
        .filter(note -> !note.isBlank())
        .collect(Collectors.joining(" "));
  }

  /** A goal has a stream, too, and only the events endpoint knows it. */
  private static Ref thing(String gid, Plan plan, Holder holder) {
    try {
      return holder.core().asana().resource(gid);
    } catch (AsanaRefused e) {
      if (plan.way == Way.STREAMS && e.status() == 404) {
        return new Ref(gid, null, null, null);
      }
      throw e;
    }
  }

  private Polling polling(Plan plan, Holder holder) {
    var polling = holder.core().closing(new Polling(holder.core(), settings));
    switch (plan.way) {
      case WEBHOOKS -> {}
      case BOTH -> polling.besideWebhooks();
      case STREAMS -> polling.follow(plan.resources, plan.once, () -> ending.over(0));
    }
    return polling;
  }

  private void watch(Plan plan, List<Ref> watched, Holder holder) {
    Leftovers leftovers = leftovers(holder);
    if (plan.freshAsana) {
      leftovers.forgetEarlierLocalAsana(plan.resources);
    }
    leftovers.endCutOffCreations();
    leftovers.removeForgottenWebhooks();
    for (Ref resource : watched) {
      holder.core().state().phase(new State.WaitingForHandshake(words(resource)));
      var wish = new Wish(resource.gid(), holder.addressForAsana(), plan.filters, plan.keep);
      Created created = holder.core().webhooks().create(wish);
      holder.core().watch().told(created.webhook());
      for (String remark : created.remarks()) {
        holder.core().alerts().accept(new Alert(now(), created.inbox().name(), "webhook", remark));
      }
    }
  }

  private Leftovers leftovers(Holder holder) {
    return new Leftovers(holder.core(), settings.surroundings().clock());
  }

  private Instant now() {
    return settings.surroundings().clock().instant();
  }

  private static String words(Ref resource) {
    String type = resource.type().orElse("resource");
    return resource.name() == null ? type + " " + resource.gid() : type + " " + resource.name();
  }
}

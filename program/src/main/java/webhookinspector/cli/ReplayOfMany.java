package webhookinspector.cli;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import webhookinspector.app.Ending;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.ReplayLine;
import webhookinspector.web.Admin;
import webhookinspector.web.BegunReplay;
import webhookinspector.web.NewReplay;
import webhookinspector.web.ReplayingJson;

/** A replay of many, watched from its begin to its end. */
final class ReplayOfMany {

  private static final int GLANCE_MILLIS = 100;

  /** So long without news, and we ask: a line of the feed may have been passed over. */
  private static final int PATIENCE_MILLIS = 1_000;

  /** So many that were not taken are told one by one. */
  private static final int MOST_TOLD = 10;

  private final Console console;
  private final boolean json;
  private final Admin admin;
  private final Ending ending;
  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
  private final ProgressBar bar;
  private int told;
  private int notTaken;

  ReplayOfMany(Console console, boolean json, Admin admin, Ending ending) {
    this.console = console;
    this.json = json;
    this.admin = admin;
    this.ending = ending;
    this.bar = new ProgressBar(console);
  }

  int send(NewReplay wanted) throws InterruptedException {
    if (wanted.dryRun()) {
      return dryRun(admin.replaying().begin(wanted).line());
    }
    try (Feed.Watch _ = admin.follow(null, lines::add)) {
      BegunReplay begun = admin.replaying().begin(wanted);
      if (begun.secret() != null) {
        console.err().println("Signed with a secret that was made for this: " + begun.secret());
      }
      ReplayLine last = watch(begun.line());
      tell(last);
      return exit(last);
    } finally {
      bar.clear();
    }
  }

  private int dryRun(ReplayLine line) {
    if (json) {
      console.out().println(ReplayingJson.write(line));
    } else {
      new ReplaySummary(line).plan().forEach(console.out()::println);
    }
    return line.planned() == 0 ? Exit.NO : Exit.OK;
  }

  private ReplayLine watch(ReplayLine begun) throws InterruptedException {
    ReplayLine last = begun;
    int quiet = 0;
    boolean stopping = false;
    while (last.isRunning()) {
      if (!stopping && ending.asked().isPresent()) {
        stopping = true;
        Thread.ofVirtual().start(() -> admin.replaying().stop(begun.id()));
      }
      Line line = lines.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
      quiet = line == null ? quiet + GLANCE_MILLIS : 0;
      if (quiet >= PATIENCE_MILLIS) {
        last = admin.replaying().find(begun.id());
        quiet = 0;
      } else {
        last = heard(line, last);
      }
      bar.show(last);
    }
    for (Line line = lines.poll(); line != null; line = lines.poll()) {
      last = heard(line, last);
    }
    bar.clear();
    return last;
  }

  private ReplayLine heard(@Nullable Line line, ReplayLine last) {
    if (line instanceof Line.OfAttempt attempt && last.id().equals(attempt.replay())) {
      attempt(attempt);
    }
    return line instanceof Line.OfReplay(ReplayLine next) && next.id().equals(last.id())
        ? next
        : last;
  }

  private void attempt(Line.OfAttempt attempt) {
    told++;
    boolean taken = ReplayOfOne.taken(attempt);
    notTaken += taken ? 0 : 1;
    if (json || (!taken && notTaken <= MOST_TOLD)) {
      bar.clear();
      console.out().println(json ? LineJson.write(attempt) : ReplayOfOne.sentence(attempt));
    }
  }

  private void tell(ReplayLine last) {
    if (json) {
      console.out().println(ReplayingJson.write(last));
    } else {
      if (notTaken > MOST_TOLD) {
        console.out().println("… and " + (notTaken - MOST_TOLD) + " more that were not taken");
      }
      new ReplaySummary(last).lines().forEach(console.out()::println);
    }
    if (told < last.sent()) {
      console
          .err()
          .println((last.sent() - told) + " attempts came too fast to be told one by one.");
    }
  }

  private int exit(ReplayLine last) {
    if (last.state().equals("stopped") && ending.asked().isPresent()) {
      return Exit.INTERRUPTED;
    }
    boolean all = last.state().equals("done") && last.taken() == last.planned();
    return all && last.planned() > 0 ? Exit.OK : Exit.NO;
  }
}

package webhookinspector.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;

/**
 * Keeps deliveries in the order in which they came. Append-only but for the quarantine, whose
 * oldest entries make room. Safe for many threads. Every adapter passes {@code LedgerContract}.
 */
public interface Ledger extends AutoCloseable {

  /**
   * Keeps one delivery. Once this returns, it outlives a crash and a power cut.
   *
   * @return its place in the order; later ones are greater
   * @throws NotKept if it may not have been kept; then Asana must not be answered with 200
   */
  Position append(Judged delivery);

  /**
   * The same without waiting: tells whoever asked once it is decided, or before this returns.
   *
   * @param then called once, by the thread that writes or by the caller's own; must return at once
   */
  void append(Judged delivery, Outcome then);

  /** What became of an append. */
  interface Outcome {

    /** It outlives a crash and a power cut. */
    void kept(Position where);

    /** It may not have been kept; then Asana must not be answered with 200. */
    void notKept(NotKept why);
  }

  /**
   * Keeps several in their order; they share syncs among themselves and with others.
   *
   * @param deliveries at most a few hundred, so that others are not kept waiting
   * @return their places, in the same order
   * @throws NotKept if one of them may not have been kept; others may have been
   */
  List<Position> appendAll(List<Judged> deliveries);

  /**
   * Keeps what nobody may believe, as far as the quota allows (by default 1,000 deliveries and 20
   * MB, the oldest make room). Returns at once and never fails: nothing was promised to the sender.
   * What could not even be queued is counted.
   */
  void quarantine(Judged delivery);

  /**
   * Appends a later judgement on a kept delivery, for example once its secret is known. One that
   * becomes believable leaves the quarantine, one that no longer is enters it.
   *
   * @throws NotKept as {@link #append}
   */
  Position judgeAgain(DeliveryId delivery, Judgement judgement);

  /**
   * Appends what really went back for a kept delivery, where that was known only afterwards.
   *
   * @param judgement as it stands
   * @param answer the HTTP status
   * @throws NotKept as {@link #append}
   */
  Position answered(DeliveryId delivery, Judgement judgement, int answer);

  /**
   * What came after a position, oldest first, quarantined ones included.
   *
   * @param limit 1 to 10,000 entries
   * @param patience how long to wait for the first one; zero looks once
   * @return empty when nothing came in time
   */
  List<Entry> read(Position after, int limit, Duration patience) throws InterruptedException;

  /**
   * One delivery with its latest judgement and answer, its bytes checked against the hash that was
   * stored with them.
   */
  Optional<Entry.Kept> find(DeliveryId delivery);

  /**
   * Deliveries behind a position, oldest first, quarantined ones included: for whoever wants them
   * all, many times quicker than {@link #find} one by one.
   *
   * @param limit 1 to 10,000; one answer also ends at about 8 MB
   */
  Stretch stretch(Position after, int limit);

  /**
   * Those of some deliveries that are kept, without reading their bytes.
   *
   * @param ids at most a few thousand
   */
  List<Stamp> stamps(List<DeliveryId> ids);

  /**
   * The newest page of the events stream that was kept under a name, its bytes checked as by {@link
   * #find}.
   */
  Optional<Entry.Kept> newestPage(InboxName stream);

  /** What is in the quarantine, oldest first: as many as its quota allows. */
  List<DeliveryId> quarantined();

  /** Making it smaller. */
  Thinning thinning();

  /** The place of the newest entry, or {@link Position#START}. */
  Position last();

  /** Whether appends work, and since when not. */
  LedgerHealth health();

  @Override
  void close();
}

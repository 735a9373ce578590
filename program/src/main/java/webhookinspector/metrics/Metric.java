package webhookinspector.metrics;

import java.util.List;

/**
 * Every metric there is: the one list for code, docs and dashboard. Units are seconds and bytes.
 */
public enum Metric {
  DELIVERIES(Type.COUNTER, "deliveries_total", "Deliveries that were kept", "kind verdict"),
  EVENTS(Type.COUNTER, "events_total", "Events in believable deliveries", "action source"),
  REPEATS(Type.COUNTER, "repeats_total", "Deliveries with a body that came before"),
  ECHOES(Type.COUNTER, "echoes_total", "Events that another delivery had told before"),
  JUDGED_AGAIN(Type.COUNTER, "judged_again_total", "Deliveries whose verdict changed later"),
  ACK(Type.HISTOGRAM, "ack_seconds", "From a delivery's headers to our answer", "status"),
  LAG(Type.HISTOGRAM, "lag_seconds", "From an event's created_at to its arrival", "source"),
  COMMIT_ENTRIES(Type.HISTOGRAM, "commit_entries", "Ledger entries that share one sync"),
  COMMIT_BYTES(Type.COUNTER, "commit_bytes_total", "Bytes of bodies and headers committed"),
  SYNC(Type.HISTOGRAM, "sync_seconds", "Commit of the ledger, its sync of the disk included"),
  LEDGER_UP(Type.GAUGE, "ledger_up", "1 while deliveries can be kept"),
  LEDGER_POSITION(Type.GAUGE, "ledger_position", "Place of the newest entry"),
  HISTORY_BEHIND(Type.GAUGE, "history_behind", "Entries that the history has not read yet"),
  JUNK_DROPPED(Type.COUNTER, "junk_dropped_total", "Unbelievable deliveries without room"),
  ATTEMPTS(Type.COUNTER, "attempts_total", "Copies sent to targets", "source outcome"),
  ATTEMPT(Type.HISTOGRAM, "attempt_seconds", "How long targets take", "source"),
  GAPS(Type.COUNTER, "gaps_total", "Gaps that were noticed or changed", "topic"),
  GAPS_OPEN(Type.GAUGE, "gaps_open", "Gaps that last"),
  MISSING(Type.GAUGE, "missing_events", "Missing in the last account of a webhook", "inbox"),
  ALERTS(Type.COUNTER, "alerts_total", "Alerts that were raised", "level"),
  ASANA_CALL(Type.HISTOGRAM, "asana_call_seconds", "Calls of Asana's API", "call status"),
  WEBHOOK_LEVEL(Type.GAUGE, "webhook_level", "0 good, 1 warn, 2 alarm, 3 critical", "inbox word"),
  HEARTBEAT_AGE(
      Type.GAUGE, "heartbeat_age_seconds", "Since the last success that Asana counts", "inbox"),
  HEARD_AGE(Type.GAUGE, "heard_age_seconds", "Since the last believable delivery", "inbox"),
  DELETION(Type.GAUGE, "deletion_seconds", "Until Asana deletes it; absent while well", "inbox"),
  RETRIES(Type.GAUGE, "webhook_retries", "Asana's retries since the last success", "inbox"),
  LAG_QUANTILE(
      Type.GAUGE, "webhook_lag_seconds", "Lag of the newest 1,000 events", "inbox quantile"),
  SELF_PING_UP(Type.GAUGE, "self_ping_up", "1 while an address leads to this receiver", "address"),
  SELF_PING(Type.GAUGE, "self_ping_seconds", "There and back, the last time", "address"),
  CLOCK_SKEW(Type.GAUGE, "clock_skew_seconds", "How far Asana's clock is ahead of ours"),
  CONNECTIONS(Type.GAUGE, "receiver_connections", "Open at the receiver port"),
  TURNED_AWAY(Type.COUNTER, "receiver_turned_away_total", "Connections closed: late or too many"),
  WATCHERS(Type.GAUGE, "feed_watchers", "Views and streams that follow"),
  START_TIME(Type.GAUGE, "process_start_time_seconds", "Unix time of the start"),
  CPU(Type.COUNTER, "process_cpu_seconds_total", "CPU time of the process"),
  MEMORY(Type.GAUGE, "jvm_memory_used_bytes", "Memory in use", "area"),
  INFO(Type.GAUGE, "info", "Always 1; its label is the version", "version");

  /** How a metric behaves. */
  public enum Type {
    /** Only grows. */
    COUNTER,
    /** Goes up and down. */
    GAUGE,
    /** Counts by size. */
    HISTOGRAM
  }

  private static final String PREFIX = "inspector_";

  private final Type type;
  private final String suffix;
  private final String help;

  /** With blanks between them, for an enum holds nothing that can change. */
  private final String labels;

  Metric(Type type, String suffix, String help) {
    this(type, suffix, help, "");
  }

  Metric(Type type, String suffix, String help, String labels) {
    this.type = type;
    this.suffix = suffix;
    this.help = help;
    this.labels = labels;
  }

  public Type type() {
    return type;
  }

  /** As it stands in the exposition. */
  public String title() {
    boolean common = suffix.startsWith("process_") || suffix.startsWith("jvm_");
    return common ? suffix : PREFIX + suffix;
  }

  /** One line for people. */
  public String help() {
    return help;
  }

  /** The names of its labels, in their order. */
  public List<String> labels() {
    return labels.isEmpty() ? List.of() : List.of(labels.split(" "));
  }
}

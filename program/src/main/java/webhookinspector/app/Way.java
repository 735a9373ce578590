package webhookinspector.app;

/** By which way events come in. */
public enum Way {
  /** Webhooks alone. */
  WEBHOOKS,
  /** Webhooks, and a stream beside each that fetches what they miss. */
  BOTH,
  /** Streams alone; no webhook is created. */
  STREAMS
}

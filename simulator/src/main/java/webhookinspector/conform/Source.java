package webhookinspector.conform;

/** Where a check's reason is written down. */
final class Source {

  static final String GUIDE = "Asana, webhooks guide";
  static final String API = "Asana, API description";
  static final String CAPTURED = "captured deliveries";
  static final String SAMPLES = "known faults of public receivers";
  static final String HTTP = "RFC 9110 and 9112";
  static final String OURS = "our own decision";

  private Source() {}
}

package webhookinspector.conform;

/** How much a check weighs. */
public enum Severity {
  /** Without it deliveries are lost, or forged ones are believed. Unmet: failed. */
  MUST,
  /** Wise, but not promised by Asana's documents, or no harm yet. Unmet: warned. */
  SHOULD
}

package webhookinspector.junit;

/** How long a local Asana lives. */
public enum Life {
  /** One for all tests of a class, nested classes included. */
  PER_CLASS,
  /** A fresh one for each test. */
  PER_METHOD
}

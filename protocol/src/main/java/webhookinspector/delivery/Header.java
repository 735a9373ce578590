package webhookinspector.delivery;

/**
 * One header line as it came.
 *
 * @param name in the case in which it was sent; names are compared without case
 * @param value without surrounding blanks; each char is one byte of the wire (ISO 8859-1)
 */
public record Header(String name, String value) {

  /** Whether this header is called {@code other}; only ASCII letters fold, whatever the locale. */
  public boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }
}

package webhookinspector.rest;

/** Calls under one base path. May be called from many threads. */
@FunctionalInterface
public interface Surface {

  /** Answers one call; may wait. */
  Reply handle(Call call);
}

package webhookinspector.conform;

import java.time.Duration;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/** What came back for one POST. */
sealed interface Answer {

  /**
   * From the first try to connect until the status line and headers had come, or until it failed.
   */
  Duration took();

  /** A line for a person: {@code 401 Unauthorized after 12 ms}. */
  String inWords();

  /** Any 2xx. Whether it is one that Asana takes for success is a check of its own. */
  default boolean accepted() {
    return status() / 100 == 2;
  }

  /** Answered, and with a status that says "not from whom you claim" or "I cannot read that". */
  default boolean refused() {
    return status() / 100 == 4;
  }

  default boolean redirected() {
    return status() / 100 == 3;
  }

  /** 5xx, or the connection broke without an answer. */
  default boolean crashed() {
    return status() / 100 == 5 || broke();
  }

  /** The connection was refused or broke without an answer. */
  default boolean broke() {
    return this instanceof None none && !none.timeout();
  }

  default boolean timedOut() {
    return this instanceof None none && none.timeout();
  }

  /** 0 without an answer. */
  default int status() {
    return this instanceof Given given ? given.code() : 0;
  }

  /**
   * @param body at most {@value AnswerReader#MOST_BODY_BYTES} bytes of it
   * @param reusable whether the connection may carry another POST
   */
  record Given(int code, Headers headers, Body body, boolean reusable, Duration took)
      implements Answer {
    @Override
    public String inWords() {
      return code + " after " + took.toMillis() + " ms";
    }
  }

  /**
   * No answer.
   *
   * @param because such as {@code the connection was closed without an answer}
   * @param timeout whether we gave up waiting
   */
  record None(String because, boolean timeout, Duration took) implements Answer {
    @Override
    public String inWords() {
      return because + " after " + took.toMillis() + " ms";
    }
  }
}

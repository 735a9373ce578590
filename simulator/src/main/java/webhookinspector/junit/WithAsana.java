package webhookinspector.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests a local Asana, as a parameter of type {@link LocalAsana}. For settings that do
 * not stand here, register an {@link AsanaSimulator} in a field instead.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithAsanaExtension.class)
public @interface WithAsana {

  /** How long each one lives; at a method it is always one test. */
  Life life() default Life.PER_METHOD;

  /** The same seed, script and start give byte-identical deliveries. */
  long seed() default 1;

  /** A stopped clock that starts then, such as {@code 2026-06-12T08:30:00Z}; "" for real time. */
  String stoppedAt() default "";
}

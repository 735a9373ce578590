/**
 * The receiver port, spoken by Jetty: what arrives is kept as it came, what is ambiguous is
 * refused. Knows the intake and nothing else of the house.
 */
@NullMarked
package webhookinspector.intake.jetty;

import org.jspecify.annotations.NullMarked;

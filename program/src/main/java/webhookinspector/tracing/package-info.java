/**
 * What a delivery went through, as spans of one trace that its id names: answered, indexed, sent
 * on. Knows every room that it traces; none of them knows it. Nothing in it is a secret.
 */
@NullMarked
package webhookinspector.tracing;

import org.jspecify.annotations.NullMarked;

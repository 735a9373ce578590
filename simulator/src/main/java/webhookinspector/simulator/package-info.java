/**
 * The roof: starts a local Asana and gives a typed handle on it. The only package that outsiders
 * need and the only one that chooses technologies, clocks and seeds.
 */
@NullMarked
package webhookinspector.simulator;

import org.jspecify.annotations.NullMarked;

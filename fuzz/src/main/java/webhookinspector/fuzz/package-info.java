/**
 * Each class takes bytes that nobody would send and sees to it that one of our readers keeps its
 * word about them. Jazzer finds the bytes ({@code ./dev fuzz}); those that once meant something lie
 * in {@code src/main/resources/fuzz} and are tried again in every run of the tests.
 */
@org.jspecify.annotations.NullMarked
package webhookinspector.fuzz;

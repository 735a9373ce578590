@org.jspecify.annotations.NullMarked
package webhookinspector.fuzz;

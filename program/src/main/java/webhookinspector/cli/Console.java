package webhookinspector.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import webhookinspector.app.Surroundings;

/**
 * Where a command reads and writes. Data goes to {@code out}, everything else to {@code err}.
 *
 * @param in standard input, raw
 * @param out standard output, UTF-8, flushed at each line's end
 * @param err standard error, UTF-8, flushed at each line's end
 */
record Console(Surroundings surroundings, InputStream in, PrintWriter out, PrintWriter err) {}

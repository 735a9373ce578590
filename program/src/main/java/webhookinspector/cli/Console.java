package webhookinspector.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import webhookinspector.app.Surroundings;

/**
 * Where a command reads and writes. Data goes to {@code out}, everything else to {@code err}.
 *
 * @param in standard input, raw
 * @param bytes standard output, raw; {@code out} writes to it, so flush one before the other
 * @param out standard output, UTF-8, flushed at each line's end
 * @param err standard error, UTF-8, flushed at each line's end
 */
record Console(
    Surroundings surroundings,
    InputStream in,
    OutputStream bytes,
    PrintWriter out,
    PrintWriter err) {}

package webhookinspector.export;

import webhookinspector.history.FilterExpression;

/**
 * What is wanted of a file.
 *
 * @param redact whether names, texts, mail addresses and gids get pseudonyms
 * @param keepSignatures whether true signatures stand in it; without effect on a redacted one
 */
public record ExportWish(
    FilterExpression filter, ExportFormat format, boolean redact, boolean keepSignatures) {}

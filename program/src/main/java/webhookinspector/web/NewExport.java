package webhookinspector.web;

import webhookinspector.export.ExportFormat;

/**
 * Which deliveries are wanted in a file, and how.
 *
 * @param filter in the filter language, "" for all
 * @param redact whether names, texts, mail addresses and gids get pseudonyms
 * @param keepSignatures whether true signatures stand in it
 */
public record NewExport(
    String filter, ExportFormat format, boolean redact, boolean keepSignatures) {}

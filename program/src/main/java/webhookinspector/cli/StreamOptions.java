package webhookinspector.cli;

import picocli.CommandLine.Option;
import webhookinspector.app.Way;

/** Whether a stream is kept beside each webhook. A mixin. */
final class StreamOptions {

  @Option(
      names = "--no-stream",
      description = {
        "Do not fetch from Asana's events endpoint what a webhook of ours missed.",
        "Otherwise a stream beside each webhook does, as far as Asana keeps events: 24 hours."
      })
  boolean off;

  Way way() {
    return off ? Way.WEBHOOKS : Way.BOTH;
  }
}

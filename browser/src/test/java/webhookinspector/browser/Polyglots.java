package webhookinspector.browser;

import java.util.List;

/** Bytes that some program would take for a document that runs. */
final class Polyglots {

  private static final String RUN = "<script>document.title='ran'</script>";

  /** Twelve. */
  static final List<String> ALL =
      List.of(
          "<!doctype html>" + RUN,
          "<svg xmlns='http://www.w3.org/2000/svg' onload=\"document.title='ran'\"/>",
          "%PDF-1.4\n" + RUN,
          "GIF89a/*" + RUN + "*/=1;document.title='ran'//",
          "<?xml version='1.0'?><x xmlns='http://www.w3.org/1999/xhtml'>" + RUN + "</x>",
          "{\"events\":[]}<html><body onload=\"document.title='ran'\">",
          "\uFEFF<html>" + RUN,
          "<html manifest=x><img src=x onerror=\"document.title='ran'\">",
          "MIME-Version: 1.0\nContent-Type: text/html\n\n" + RUN,
          "\u0000\u0000" + RUN,
          "--b\nContent-Type: text/html\n\n" + RUN + "\n--b--",
          "<style>@import 'data:text/css,*{}'</style>" + RUN);

  private Polyglots() {}
}

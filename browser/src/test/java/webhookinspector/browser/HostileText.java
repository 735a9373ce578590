package webhookinspector.browser;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Text that wants to run, to reach out or to mislead; {@code canary()} is what it would call. */
final class HostileText {

  private static final List<String> MARKUP =
      List.of(
          "<script>canary()</script>",
          "<img src=x onerror=canary()>",
          "<svg onload=canary()>",
          "<svg/onload=canary()>",
          "<body onload=canary()>",
          "<iframe src=javascript:canary()>",
          "<iframe srcdoc='<script>canary()</script>'>",
          "<a href=javascript:canary()>x</a>",
          "<details open ontoggle=canary()>",
          "<video><source onerror=canary()>",
          "<audio src=x onerror=canary()>",
          "<input autofocus onfocus=canary()>",
          "<select autofocus onfocus=canary()>",
          "<textarea autofocus onfocus=canary()>",
          "<marquee onstart=canary()>",
          "<math><mi xlink:href=javascript:canary()>x",
          "<object data=javascript:canary()>",
          "<embed src=javascript:canary()>",
          "<form action=javascript:canary()><button>x",
          "<isindex action=javascript:canary()>",
          "<link rel=stylesheet href=http://evil.test/x.css>",
          "<meta http-equiv=refresh content='0;url=http://evil.test/'>",
          "<base href=http://evil.test/>",
          "<style>@import 'http://evil.test/x.css'</style>",
          "<img src=http://evil.test/x.png>",
          "<div style=background:url(http://evil.test/x)>",
          "<table background=http://evil.test/x>",
          "<!--<img src=--><img src=x onerror=canary()//>",
          "<![CDATA[<script>canary()</script>]]>",
          "</script><script>canary()</script>",
          "</title><script>canary()</script>",
          "</textarea><script>canary()</script>",
          "\"><script>canary()</script>",
          "'><script>canary()</script>",
          "\" onmouseover=canary() \"",
          "' onmouseover=canary() '",
          "javascript:canary()",
          "data:text/html,<script>canary()</script>",
          "{{constructor.constructor('canary()')()}}",
          "${canary()}",
          "#{canary()}",
          "<%= canary() %>",
          "[[canary()]]",
          "`${canary()}`",
          "\\u003cscript\\u003ecanary()\\u003c/script\\u003e",
          "&lt;script&gt;canary()&lt;/script&gt;",
          "%3Cscript%3Ecanary()%3C/script%3E",
          "+ADw-script+AD4-canary()+ADw-/script+AD4-");

  private static final List<String> CONTROLS =
      List.of(
          "a\u202Egpj.exe",
          "\u2066hidden\u2069",
          "zero\u200Bwidth",
          "\uFEFFmark",
          "line\u2028end",
          "next\u0085line",
          "\u001B[2J cleared",
          "\u001B]52;c;eA==\u0007",
          "\u0008\u0008\u0008back",
          "nul\u0000byte",
          "soft\u00ADhyphen",
          "\u061Carabic mark");

  private HostileText() {}

  /** 60 of them. */
  static List<String> all() {
    return Stream.concat(MARKUP.stream(), CONTROLS.stream()).toList();
  }

  /** Each as a JSON string. */
  static String json(String text) {
    var out = new StringBuilder("\"");
    IntStream.range(0, text.length())
        .mapToObj(text::charAt)
        .forEach(
            c ->
                out.append(
                    c < 0x20 || c > 0x7e || c == '"' || c == '\\'
                        ? String.format("\\u%04x", (int) c)
                        : c));
    return out.append('"').toString();
  }
}

package webhookinspector.feed.tui.model;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import webhookinspector.delivery.Header;

/** A delivery as somebody would send it again. The body goes through base64, so no byte changes. */
public enum CodeForm {
  CURL("curl") {
    @Override
    public String of(Host.Details details) {
      return piped(details)
          + "curl -sS "
          + TARGET
          + " --data-binary @-"
          + headers(details).stream()
              .map(h -> " \\\n  -H " + shell(h.name() + ": " + h.value()))
              .collect(Collectors.joining());
    }
  },
  HTTPIE("HTTPie") {
    @Override
    public String of(Host.Details details) {
      return piped(details)
          + "http POST "
          + TARGET
          + headers(details).stream()
              .map(h -> " \\\n  " + shell(h.name() + ":" + h.value()))
              .collect(Collectors.joining());
    }
  },
  PYTHON("Python") {
    @Override
    public String of(Host.Details details) {
      return "import base64, urllib.request\n\nbody = base64.b64decode(\""
          + base64(details)
          + "\")\nheaders = {"
          + headers(details).stream()
              .map(h -> "\n    " + literal(h.name()) + ": " + literal(h.value()) + ",")
              .collect(Collectors.joining())
          + "\n}\nurllib.request.urlopen(urllib.request.Request(\""
          + TARGET
          + "\", body, headers))";
    }
  },
  NODE("Node") {
    @Override
    public String of(Host.Details details) {
      return "const body = Buffer.from(\""
          + base64(details)
          + "\", \"base64\");\nconst headers = {"
          + headers(details).stream()
              .map(h -> "\n  " + literal(h.name()) + ": " + literal(h.value()) + ",")
              .collect(Collectors.joining())
          + "\n};\nawait fetch(\""
          + TARGET
          + "\", { method: \"POST\", headers, body });";
    }
  };

  private static final String TARGET = "http://localhost:3000/hook";

  /** Whoever sends it writes these anew; a secret is nobody's business. */
  private static final Set<String> DROPPED =
      Set.of("host", "content-length", "connection", "transfer-encoding", "x-hook-secret");

  private final String title;

  CodeForm(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** The text; holds foreign text, quoted for its language. */
  public abstract String of(Host.Details details);

  private static String piped(Host.Details details) {
    return "printf %s " + base64(details) + " | base64 -d |\n";
  }

  private static String base64(Host.Details details) {
    return Base64.getEncoder().encodeToString(details.body().toBytes());
  }

  private static List<Header> headers(Host.Details details) {
    return details.headers().lines().stream()
        .filter(header -> !DROPPED.contains(header.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static String shell(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String literal(String text) {
    var out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.append('"').toString();
  }
}

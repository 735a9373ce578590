package webhookinspector.checks.receiving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ways to write an inbox's address that a careless server might take for the true one. */
final class Spellings {

  private static final List<String> BEHIND =
      List.of(
          "/",
          "//",
          "/.",
          "/..",
          "?",
          "?a=1",
          "#",
          "#a",
          ";",
          ";x=1",
          "%20",
          "%00",
          "%0a",
          "%2f",
          "%2F..",
          "%23",
          "%3f",
          ".",
          "..",
          "a",
          "\u00e9",
          "\\",
          ".json",
          "%",
          "%4",
          "%zz",
          "/x",
          "&",
          "=",
          "+",
          "*",
          "~",
          "@",
          ":80",
          "%e2%80%8b",
          "/../x",
          "%c0%af",
          "%u002f");

  private static final List<String> BEFORE =
      List.of(
          "//in/",
          "/in//",
          "/./in/",
          "/in/./",
          "/x/../in/",
          "/in/x/../",
          "/in/../in/",
          "/IN/",
          "/In/",
          "/%69n/",
          "/in%2f",
          "/in%2F",
          "/in;/",
          "/in;x=1/",
          "/in\\",
          "\\in\\",
          "/in/%20",
          "/in/;",
          "/inn/",
          "in/",
          "/",
          "/in/?",
          "/in/in/",
          "/%2e/in/",
          "/x/%2e%2e/in/",
          "/..;/in/",
          "http://h//in/",
          "///h/in/",
          "/\u0131n/",
          "/in%00/");

  private Spellings() {}

  static List<String> of(String key) {
    var all = new ArrayList<String>();
    BEHIND.forEach(behind -> all.add("/in/" + key + behind));
    BEFORE.forEach(before -> all.add(ascii(before) + key));
    all.add("/in/" + key.toUpperCase(Locale.ROOT));
    all.add("/in/" + key.substring(1));
    all.add("/in/%" + Integer.toHexString(key.charAt(0)) + key.substring(1));
    all.add("/in/" + key.substring(0, 25) + "%" + Integer.toHexString(key.charAt(25)));
    all.add("/in/" + key.substring(0, 10) + "/" + key.substring(10));
    return all;
  }

  /** A Turkish i without a dot, as its UTF-8 bytes. */
  private static String ascii(String text) {
    return text.replace("\u0131", "\u00c4\u00b1");
  }
}

package webhookinspector.inspection;

import java.util.List;

/** What strangers put into names, headers and paths to steer a terminal or forge a log. */
public final class HostileText {

  private HostileText() {}

  /** Threats B15 and B16. */
  public static List<String> all() {
    return List.of(
        "\u001b]52;c;cm0gLXJmIH4=\u0007", // writes the clipboard
        "\u001b]52;c;cm0gLXJmIH4=\u001b\\",
        "\u001b]8;;https://evil.test\u001b\\click\u001b]8;;\u001b\\", // a link with another text
        "\u001b]0;your title\u0007", // window title
        "\u001b]2;your title\u001b\\",
        "\u001b]4;1;rgb:ff/ff/ff\u0007", // palette
        "\u001b]11;?\u0007", // asks for the background, and the answer is typed
        "\u001b]1337;File=inline=1:AAAA\u0007", // iTerm: a picture
        "\u001b]777;notify;a;b\u0007", // a notification
        "\u001b[2J", // clears
        "\u001b[3J", // clears the scroll-back
        "\u001b[H", // home
        "\u001b[1A\u001b[2K", // rewrites the line above
        "\u001b[31mred", // colour
        "\u001b[8minvisible",
        "\u001b[?1049h", // alternate screen
        "\u001b[?25l", // hides the cursor
        "\u001b[6n", // asks for the cursor, and the answer is typed
        "\u001b[c", // asks what the terminal is
        "\u001b[21t", // asks for the title
        "\u001b[5i", // prints
        "\u001bc", // resets
        "\u001b(0lqqk", // line drawing
        "\u001b#8", // fills the screen
        "\u001bP$q\"p\u001b\\", // DCS
        "\u001b_Ga=T;AAAA\u001b\\", // APC, kitty graphics
        "\u001b^pm\u001b\\", // PM
        "\u001bX sos \u001b\\", // SOS
        "\u009b2J", // CSI in eight bits
        "\u009d0;title\u009c", // OSC in eight bits
        "\u0090q\u009c", // DCS in eight bits
        "\u0085next line",
        "bell\u0007",
        "over\b\b\b\bwritten",
        "gone\u007f\u007f",
        "shift\u000eout\u000f",
        "nul\u0000",
        "sub\u001astop",
        "form\ffeed\u000bdown",
        "line\rforged",
        "line\n{\"level\":\"ERROR\"}",
        "line\r\nforged",
        "\u2028{\"level\":\"ERROR\"}\u2029",
        "\u202emoc.live\u202c", // right to left override
        "\u202dltr\u202c",
        "\u202bembedded\u202c\u202a",
        "\u2066isolate\u2067\u2068\u2069",
        "\u200elrm\u200frlm\u061calm",
        "zero\u200bwidth\u200c\u200d\u2060",
        "\ufeffbom",
        "soft\u00adhyphen",
        "tags\udb40\udc41\udb40\udc7f",
        "lone\ud83d",
        "\udc00lone",
        "filler\u3164\u115f\u1160\uffa0\u034f",
        "\ufff9annotation\ufffa\ufffb");
  }

  /** Whether nothing of it can steer a terminal or break a line. */
  public static boolean isHarmless(String shown) {
    return shown
        .codePoints()
        .allMatch(
            c ->
                c >= ' '
                    && c != 0x7f
                    && !(c >= 0x80 && c < 0xa0)
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.SURROGATE
                    && c != 0x2028
                    && c != 0x2029
                    && "\u3164\u115f\u1160\uffa0\u034f".indexOf(c) < 0);
  }
}

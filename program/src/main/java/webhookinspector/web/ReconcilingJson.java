package webhookinspector.web;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.event.Ref;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.web.Reconciling.Account;
import webhookinspector.web.Reconciling.Item;

/** Writes accounts, and reads them back. */
public final class ReconcilingJson {

  private ReconcilingJson() {}

  /** All of them, and whether each balances. */
  public static String write(List<Account> accounts) {
    return LineJson.object(
        out -> {
          out.writeBooleanProperty("balances", accounts.stream().allMatch(Account::balances));
          out.writeArrayPropertyStart("accounts");
          accounts.forEach(account -> write(out, account));
          out.writeEndArray();
        });
  }

  private static void write(JsonGenerator out, Account account) {
    out.writeStartObject();
    out.writeStringProperty("webhook", account.webhook());
    out.writeStringProperty("inbox", account.inbox());
    LineJson.ref(out, "resource", account.resource());
    LineJson.time(out, "from", account.from());
    LineJson.time(out, "to", account.to());
    out.writeBooleanProperty("balances", account.balances());
    out.writeNumberProperty("both", account.both());
    out.writeNumberProperty("filtered", account.filtered());
    items(out, "webhookOnly", account.webhookOnly());
    items(out, "streamOnly", account.streamOnly());
    items(out, "unseen", account.unseen());
    out.writeArrayPropertyStart("gaps");
    account.gaps().forEach(gap -> LineJson.write(out, gap));
    out.writeEndArray();
    out.writeArrayPropertyStart("remarks");
    account.remarks().forEach(out::writeString);
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void items(JsonGenerator out, String name, List<Item> items) {
    out.writeArrayPropertyStart(name);
    for (Item item : items) {
      out.writeStartObject();
      LineJson.time(out, "at", item.at());
      out.writeStringProperty("sentence", item.sentence());
      LineJson.ref(out, "resource", item.resource());
      LineJson.string(out, "delivery", item.delivery());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** What {@link #write} wrote. */
  public static List<Account> read(String json) {
    return LineReader.parse(json).path("accounts").values().stream()
        .map(ReconcilingJson::account)
        .toList();
  }

  private static Account account(JsonNode from) {
    return new Account(
        LineReader.text(from, "webhook"),
        LineReader.text(from, "inbox"),
        resource(from),
        LineReader.time(from, "from"),
        LineReader.time(from, "to"),
        from.path("both").asInt(0),
        from.path("filtered").asInt(0),
        items(from, "webhookOnly"),
        items(from, "streamOnly"),
        items(from, "unseen"),
        from.path("gaps").values().stream().map(LineReader::gap).toList(),
        from.path("remarks").values().stream().map(JsonNode::asString).toList(),
        from.path("balances").asBoolean(false));
  }

  private static List<Item> items(JsonNode from, String name) {
    return from.path(name).values().stream()
        .map(
            item ->
                new Item(
                    LineReader.time(item, "at"),
                    LineReader.text(item, "sentence"),
                    resource(item),
                    LineReader.textOrNull(item, "delivery")))
        .toList();
  }

  private static Ref resource(JsonNode of) {
    Ref known = LineReader.ref(of.path("resource"));
    return known == null ? new Ref("", null, null, null) : known;
  }
}

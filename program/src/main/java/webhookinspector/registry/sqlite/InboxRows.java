package webhookinspector.registry.sqlite;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.storage.SecretsKey;
import webhookinspector.storage.sqlite.Nanos;
import webhookinspector.subscription.Filter;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;

/** Inboxes to rows and back, inside the caller's transaction. */
record InboxRows(Connection connection, SecretsKey key) {

  void save(Inbox inbox) throws SQLException {
    remove(inbox.name());
    try (PreparedStatement insert = prepare("INSERT INTO inbox VALUES (?,?,?,?,?,?,?,?)")) {
      insert.setString(1, inbox.name().text());
      insert.setString(2, inbox.key().text());
      insert.setInt(3, inbox.secrets().open() ? 1 : 0);
      bind(insert, inbox.webhook());
      insert.executeUpdate();
    }
    saveSecrets(inbox);
    if (inbox.webhook() != null) {
      saveFilters(inbox.name(), inbox.webhook().filters());
    }
  }

  private static void bind(PreparedStatement insert, @Nullable OwnWebhook webhook)
      throws SQLException {
    if (webhook == null) {
      for (int column = 4; column <= 8; column++) {
        insert.setNull(column, Types.NULL);
      }
      return;
    }
    insert.setString(4, webhook.resource());
    insert.setString(5, webhook.target().toString());
    insert.setString(6, webhook.gid());
    insert.setLong(7, Nanos.of(webhook.askedAt()));
    insert.setInt(8, webhook.keep() ? 1 : 0);
  }

  private void saveSecrets(Inbox inbox) throws SQLException {
    try (PreparedStatement insert = prepare("INSERT INTO secret VALUES (?,?,?,?,?,?)")) {
      int number = 0;
      for (Secret secret : Directory.secrets(inbox)) {
        insert.setString(1, inbox.name().text());
        insert.setInt(2, number++);
        insert.setInt(3, secret.equals(inbox.secrets().confirmed()) ? 1 : 0);
        insert.setBytes(4, sha256(secret));
        insert.setString(5, key.seal(secret.reveal(), place(inbox.name())));
        insert.setInt(6, key.seals() ? 1 : 0);
        insert.executeUpdate();
      }
    }
  }

  private void saveFilters(InboxName name, List<Filter> filters) throws SQLException {
    try (PreparedStatement insert = prepare("INSERT INTO filter VALUES (?,?,?,?,?,?)")) {
      int number = 0;
      for (Filter filter : filters) {
        insert.setString(1, name.text());
        insert.setInt(2, number++);
        insert.setString(3, filter.resourceType());
        insert.setString(4, filter.resourceSubtype());
        insert.setString(5, filter.action());
        insert.setString(6, String.join("+", filter.fields()));
        insert.executeUpdate();
      }
    }
  }

  /** Its secrets and filters go with it. */
  void remove(InboxName name) throws SQLException {
    try (PreparedStatement delete = prepare("DELETE FROM inbox WHERE name = ?")) {
      delete.setString(1, name.text());
      delete.executeUpdate();
    }
  }

  List<Inbox> all() throws SQLException {
    var inboxes = new ArrayList<Inbox>();
    try (PreparedStatement select = prepare("SELECT * FROM inbox ORDER BY name");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        var name = new InboxName(row.getString("name"));
        inboxes.add(
            new Inbox(
                name,
                new InboxKey(row.getString("key")),
                secrets(name, row.getInt("open") != 0),
                row.getString("resource") == null ? null : webhook(name, row)));
      }
    }
    return inboxes;
  }

  private OwnWebhook webhook(InboxName name, ResultSet row) throws SQLException {
    return new OwnWebhook(
        row.getString("resource"),
        URI.create(row.getString("target")),
        filters(name),
        row.getString("gid"),
        Nanos.toInstant(row.getLong("asked_at")),
        row.getInt("keep") != 0);
  }

  private Secrets secrets(InboxName name, boolean open) throws SQLException {
    Secret confirmed = null;
    var candidates = new ArrayList<Secret>();
    try (PreparedStatement select =
        prepare("SELECT confirmed, text, sealed FROM secret WHERE inbox = ? ORDER BY number")) {
      select.setString(1, name.text());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String text = row.getString(2);
          boolean sealed = row.getInt(3) != 0;
          Secret secret = Secret.of(sealed ? key.open(text, place(name)) : text);
          if (row.getInt(1) != 0) {
            confirmed = secret;
          } else {
            candidates.add(secret);
          }
        }
      }
    }
    return new Secrets(confirmed, candidates, open);
  }

  /** Whether all are sealed under the key that seals now. */
  boolean areSecretsSealed() throws SQLException {
    try (PreparedStatement select = prepare("SELECT inbox, text, sealed FROM secret");
        ResultSet row = select.executeQuery()) {
      boolean sealed = true;
      while (sealed && row.next()) {
        String place = place(new InboxName(row.getString(1)));
        sealed = row.getInt(3) != 0 && key.isCurrent(row.getString(2), place);
      }
      return sealed;
    }
  }

  /** A sealed secret that was moved to another inbox does not open there. */
  private static String place(InboxName name) {
    return "secret of inbox " + name.text();
  }

  private List<Filter> filters(InboxName name) throws SQLException {
    var filters = new ArrayList<Filter>();
    try (PreparedStatement select =
        prepare(
            "SELECT resource_type, resource_subtype, action, fields FROM filter"
                + " WHERE inbox = ? ORDER BY number")) {
      select.setString(1, name.text());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String fields = row.getString(4);
          filters.add(
              new Filter(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  fields.isEmpty() ? List.of() : List.of(fields.split("\\+", -1))));
        }
      }
    }
    return filters;
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  private static byte[] sha256(Secret secret) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.reveal().getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}

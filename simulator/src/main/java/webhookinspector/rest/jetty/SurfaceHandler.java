package webhookinspector.rest.jetty;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.rest.Call;
import webhookinspector.rest.Reply;
import webhookinspector.rest.Surface;

/** Turns Jetty's requests into {@link Call}s and {@link Reply}s into Jetty's responses. */
final class SurfaceHandler extends Handler.Abstract {

  private static final int MOST_BODY = 10 << 20;

  private final Map<String, Surface> surfaces;

  SurfaceHandler(Map<String, Surface> surfaces) {
    super(InvocationType.BLOCKING);
    this.surfaces = Map.copyOf(surfaces);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    String path = Request.getPathInContext(request);
    for (Map.Entry<String, Surface> each : surfaces.entrySet()) {
      String base = each.getKey();
      if (path.equals(base) || path.startsWith(base + "/")) {
        write(
            each.getValue().handle(call(request, path.substring(base.length()))),
            request,
            response,
            callback);
        return true;
      }
    }
    return false;
  }

  private static Call call(Request request, String path) throws IOException {
    var query = new LinkedHashMap<String, List<String>>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValues());
    }
    var headers = new ArrayList<Header>();
    for (HttpField field : request.getHeaders()) {
      headers.add(new Header(field.getName(), field.getValue() == null ? "" : field.getValue()));
    }
    byte[] body;
    try (var in = Content.Source.asInputStream(request)) {
      body = in.readNBytes(MOST_BODY);
    }
    return new Call(
        request.getMethod(),
        path.isEmpty() ? "/" : path,
        query,
        new Headers(headers),
        Body.wrapping(body));
  }

  private static void write(Reply reply, Request request, Response response, Callback callback) {
    if (reply.cut()) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new IOException("cut on purpose"));
      return;
    }
    response.setStatus(reply.status());
    for (Header header : reply.headers()) {
      response.getHeaders().add(header.name(), header.value());
    }
    response.write(true, reply.body().view(), callback);
  }
}

/** The live stream. Resumes by itself behind the last position it saw, and says honestly whether it is connected. */
export function openFeed({ after, onLine, onConnection }) {
  let source = null;
  let last = after;
  let closed = false;
  let failures = 0;
  let timer = 0;

  function connect() {
    if (closed) return;
    const query = last === null || last === undefined ? "" : `?after=${last}`;
    source = new EventSource(`/api/v1/feed${query}`);
    source.onopen = () => {
      failures = 0;
      onConnection({ connected: true });
    };
    source.onerror = () => {
      source.close();
      failures += 1;
      onConnection({ connected: false, failures });
      timer = setTimeout(connect, Math.min(5000, 250 * 2 ** failures));
    };
    source.onmessage = (event) => {
      const line = JSON.parse(event.data);
      if (line.type === "behind") {
        source.close();
        connect();
        return;
      }
      if (typeof line.position === "number") last = Math.max(last ?? 0, line.position);
      onLine(line);
    };
  }

  connect();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      source?.close();
    },
  };
}

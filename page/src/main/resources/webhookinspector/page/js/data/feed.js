/**
 * The live stream. Resumes by itself behind the last position it saw, and says honestly whether it is connected.
 *
 * @param probe asks the program something small; tells whether a lost connection is one, or a closed door
 */
export function openFeed({ after, onLine, onConnection, probe }) {
  let source = null;
  let last = after;
  let closed = false;
  let failures = 0;
  let timer = 0;

  function connect() {
    clearTimeout(timer);
    source?.close();
    if (closed) return;
    const query = last === null || last === undefined ? "" : `?after=${last}`;
    source = new EventSource(`/api/v1/feed${query}`);
    source.onopen = () => {
      failures = 0;
      onConnection({ connected: true });
    };
    source.onerror = lost;
    source.onmessage = (event) => {
      const line = JSON.parse(event.data);
      if (line.type === "behind") {
        connect();
        return;
      }
      if (typeof line.position === "number") last = Math.max(last ?? 0, line.position);
      onLine(line);
    };
  }

  async function lost() {
    source.close();
    failures += 1;
    const wait = Math.min(5000, 250 * 2 ** failures);
    timer = setTimeout(connect, wait);
    onConnection({ connected: false, failures, nextAt: Date.now() + wait, locked: (await probe()) === "locked" });
  }

  connect();
  return {
    /** Now, not when its time has come. */
    retry: connect,
    close() {
      closed = true;
      clearTimeout(timer);
      source?.close();
    },
  };
}

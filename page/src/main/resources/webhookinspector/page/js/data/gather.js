/* A burst costs a few paints, not one each. */
const PAUSE = 30;
const PAUSE_UNSEEN = 500;
const PAGE = 1000;

/**
 * Gathers lines of the feed and passes on, in order, those that the filter of the moment lets through; the program decides
 * which, so that live and kept deliveries are filtered alike. A later judgement on an older one passes always: who has it on
 * show replaces it.
 */
export function gather(pass, api, filter) {
  let waiting = [];
  let timer = 0;
  let newest = 0;
  let turn = Promise.resolve();

  function flush() {
    timer = 0;
    const lines = waiting;
    waiting = [];
    turn = turn.then(() => sift(lines)).catch(() => {});
  }

  async function sift(lines) {
    const q = filter();
    const fresh = lines.filter((line) => line.position > newest);
    const through = q === "" || fresh.length === 0 ? fresh : await matching(api, q, fresh);
    if (q !== filter()) {
      await sift(lines);
      return;
    }
    newest = Math.max(newest, ...fresh.map((line) => line.position));
    pass([...lines.filter((line) => line.position < fresh[0]?.position || fresh.length === 0), ...through]);
  }

  return (line) => {
    waiting.push(line);
    timer ||= setTimeout(flush, document.hidden ? PAUSE_UNSEEN : PAUSE);
  };
}

/** Asks from the newest back, a page at a time. */
async function matching(api, q, lines) {
  const after = lines[0].position - 1;
  let before = lines.at(-1).position + 1;
  let found = [];
  for (;;) {
    const { deliveries } = await api.deliveries({ q, after, before, limit: PAGE });
    found = deliveries.concat(found);
    if (deliveries.length < PAGE) return found;
    before = deliveries[0].position;
  }
}

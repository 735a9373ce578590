/* So many pages are remembered; those farthest from what is looked at go first, but never the newest. */
const MOST = 60;

/** The older lines of one view, a page at a time, counted back from a position that does not move. */
export class Pages {
  static SIZE = 100;

  #api;
  #filter;
  #anchor;
  #changed;
  #pages = new Map();
  #abort = new AbortController();

  constructor(api, filter, anchor, changed) {
    this.#api = api;
    this.#filter = filter;
    this.#anchor = anchor;
    this.#changed = changed;
  }

  /** @param {boolean} fetch whether a page that is not there may be asked for */
  at(index, fetch) {
    const number = Math.floor(index / Pages.SIZE);
    const lines = this.#pages.get(number);
    if (Array.isArray(lines)) return lines[index % Pages.SIZE] ?? null;
    if (!lines && fetch) this.#fetch(number);
    return null;
  }

  async wait(index) {
    const number = Math.floor(index / Pages.SIZE);
    const lines = this.#pages.get(number) ?? this.#fetch(number);
    return (await lines)?.[index % Pages.SIZE] ?? null;
  }

  indexOf(id) {
    for (const [number, lines] of this.#pages) {
      const at = Array.isArray(lines) ? lines.findIndex((line) => line.id === id) : -1;
      if (at >= 0) return number * Pages.SIZE + at;
    }
    return -1;
  }

  loaded() {
    return [...this.#pages.values()].filter(Array.isArray);
  }

  keep(number, lines) {
    this.#pages.set(number, lines);
    if (this.#pages.size <= MOST) return;
    const farthest = [...this.#pages.keys()].filter((page) => page !== 0).reduce((a, b) => (Math.abs(b - number) > Math.abs(a - number) ? b : a));
    this.#pages.delete(farthest);
  }

  /** While it is under way, its promise stands in its place. */
  #fetch(number) {
    const asked = this.#ask(number).then(
      (lines) => {
        if (this.#abort.signal.aborted) return null;
        this.keep(number, lines);
        this.#changed();
        return lines;
      },
      () => {
        this.#pages.delete(number);
        if (!this.#abort.signal.aborted) setTimeout(this.#changed, 1000);
        return null;
      },
    );
    this.#pages.set(number, asked);
    return asked;
  }

  async #ask(number) {
    const params = { q: this.#filter, before: this.#anchor, limit: Pages.SIZE };
    const newer = this.#pages.get(number - 1);
    const last = Array.isArray(newer) ? newer.at(-1) : null;
    if (last) params.before = last.position;
    else params.skip = number * Pages.SIZE;
    const { deliveries } = await this.#api.deliveries(params, this.#abort.signal);
    return deliveries.toReversed();
  }

  close() {
    this.#abort.abort();
  }
}

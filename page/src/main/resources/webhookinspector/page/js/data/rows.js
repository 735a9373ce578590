/**
 * The lines of one view, newest first, of any number. What came since the view was opened stands in `head`; all older ones are
 * fetched in pages when they are looked at, counted from a fixed position so that arrivals shift nothing.
 */
const PAGE = 100;
const HEAD_LIMIT = 2000;

export class Rows {
  #api;
  #changed;
  #generation = 0;
  #pages = new Map();
  #abort = new AbortController();
  #ids = new Set();
  filter = "";
  anchor = null;
  older = 0;
  head = [];
  held = [];
  following = true;
  loading = true;
  error = null;

  constructor(api, changed) {
    this.#api = api;
    this.#changed = changed;
  }

  /** Shows another filter, from the newest line on. */
  async open(filter) {
    const generation = ++this.#generation;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.filter = filter;
    this.#pages.clear();
    this.#ids.clear();
    this.head = [];
    this.held = [];
    this.loading = true;
    this.error = null;
    try {
      const [first, total] = await Promise.all([
        this.#api.deliveries({ q: filter, limit: PAGE }, this.#abort.signal),
        this.#api.count({ q: filter }, this.#abort.signal),
      ]);
      if (generation !== this.#generation) return;
      const lines = first.deliveries.toReversed();
      this.anchor = lines.length ? lines[0].position + 1 : 0;
      this.older = Math.max(lines.length, total.matching);
      this.#keep(0, lines);
      this.loading = false;
      this.#changed();
    } catch (problem) {
      if (problem.name === "AbortError" || generation !== this.#generation) return;
      this.loading = false;
      this.error = problem;
      this.older = 0;
      this.#changed();
    }
  }

  get size() {
    return this.head.length + this.older;
  }

  /** The line at an index, newest first; null while its page is on the way. */
  at(index) {
    if (index < this.head.length) return this.head[index];
    const older = index - this.head.length;
    const page = this.#pages.get(Math.floor(older / PAGE));
    if (page) return page.lines?.[older % PAGE] ?? null;
    this.#fetch(Math.floor(older / PAGE));
    return null;
  }

  /** The index of a line that is loaded, or -1. */
  indexOf(id) {
    const inHead = this.head.findIndex((line) => line.id === id);
    if (inHead >= 0) return inHead;
    for (const [number, page] of this.#pages) {
      const at = page.lines?.findIndex((line) => line.id === id) ?? -1;
      if (at >= 0) return this.head.length + number * PAGE + at;
    }
    return -1;
  }

  /** A line from the feed that belongs into this view: shown at once, or held back while the reader reads. */
  arrive(lines) {
    const fresh = [];
    for (const line of lines) {
      if (this.#ids.has(line.id) || line.position < this.anchor) {
        this.#replace(line);
      } else {
        this.#ids.add(line.id);
        fresh.push(line);
      }
    }
    if (this.following) this.head = fresh.toReversed().concat(this.head);
    else this.held = fresh.toReversed().concat(this.held);
    this.#changed();
    if (this.following && this.head.length > HEAD_LIMIT) this.open(this.filter);
  }

  /** Shows what was held back. */
  follow() {
    this.following = true;
    if (this.held.length > HEAD_LIMIT) return this.open(this.filter);
    this.head = this.held.concat(this.head);
    this.held = [];
    this.#changed();
    return undefined;
  }

  pause() {
    this.following = false;
  }

  #replace(line) {
    const swap = (lines) => {
      const at = lines?.findIndex((other) => other.id === line.id) ?? -1;
      if (at >= 0) lines[at] = line;
    };
    swap(this.head);
    swap(this.held);
    for (const page of this.#pages.values()) swap(page.lines);
  }

  #keep(number, lines) {
    this.#pages.set(number, { lines });
    for (const line of lines) this.#ids.add(line.id);
    if (this.#pages.size > 60) {
      const farthest = [...this.#pages.keys()].reduce((a, b) => (Math.abs(b - number) > Math.abs(a - number) ? b : a));
      if (farthest !== 0) this.#pages.delete(farthest);
    }
  }

  async #fetch(number) {
    const generation = this.#generation;
    this.#pages.set(number, { lines: null });
    try {
      const params = { q: this.filter, before: this.anchor, skip: number * PAGE, limit: PAGE };
      const answer = await this.#api.deliveries(params, this.#abort.signal);
      if (generation !== this.#generation) return;
      this.#keep(number, answer.deliveries.toReversed());
    } catch (problem) {
      if (generation !== this.#generation) return;
      this.#pages.delete(number);
      if (problem.name !== "AbortError") this.error = problem;
    }
    this.#changed();
  }
}

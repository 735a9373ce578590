import { Pages } from "./pages.js";

/* Beyond it the view is opened anew rather than grown. */
const HEAD_LIMIT = 2000;

/**
 * The lines of one view, newest first, of any number. What came since the view was opened stands in `head`; all older ones are
 * fetched in pages when they are looked at, counted from a fixed position so that arrivals shift nothing. Memory stays flat:
 * what is held back beyond a bound is only counted.
 */
export class Rows {
  #api;
  #changed;
  #abort = new AbortController();
  #pages;
  #newest = 0;
  #meanwhile = [];
  #shown = null;
  filter = "";
  anchor = null;
  older = 0;
  head = [];
  held = [];
  heldCount = 0;
  following = true;
  loading = true;
  counting = true;
  error = null;

  constructor(api, changed) {
    this.#api = api;
    this.#changed = changed;
    this.#pages = new Pages(api, "", 0, changed);
  }

  /** Shows another filter, from the newest line on. What is on show stays until its answer is there. */
  async open(filter) {
    this.#abort.abort();
    const abort = (this.#abort = new AbortController());
    this.filter = filter;
    this.loading = true;
    this.#meanwhile = [];
    this.#changed();
    try {
      await this.#read(abort.signal);
    } catch (problem) {
      if (abort.signal.aborted) return;
      this.#show([], 0);
      this.error = problem;
    }
    if (!abort.signal.aborted) this.#changed();
  }

  async #read(signal) {
    const { deliveries } = await this.#api.deliveries({ q: this.filter, limit: Pages.SIZE }, signal);
    if (signal.aborted) return;
    const again = this.filter === this.#shown && deliveries.length === Pages.SIZE;
    const guess = again ? this.total : 0;
    this.error = null;
    this.#shown = this.filter;
    this.#show(deliveries.toReversed(), deliveries.at(-1)?.position ?? 0);
    if (deliveries.length < Pages.SIZE) return;
    this.older = Math.max(this.older, guess);
    this.counting = true;
    this.#changed();
    const { matching } = await this.#api.count({ q: this.filter, before: this.anchor }, signal);
    if (signal.aborted) return;
    this.older = Math.max(Pages.SIZE, matching);
    this.counting = false;
  }

  #show(lines, newest) {
    this.#pages.close();
    this.anchor = newest + 1;
    this.#newest = newest;
    this.#pages = new Pages(this.#api, this.filter, this.anchor, this.#changed);
    this.#pages.keep(0, lines);
    this.older = lines.length;
    this.head = [];
    this.#forgetHeld();
    this.loading = false;
    this.counting = false;
    const meanwhile = this.#meanwhile;
    this.#meanwhile = [];
    if (meanwhile.length) this.arrive(meanwhile);
  }

  #forgetHeld() {
    this.held = [];
    this.heldCount = 0;
  }

  get size() {
    return this.head.length + this.older;
  }

  /** Those included that are held back. */
  get total() {
    return this.size + this.heldCount;
  }

  /** The line at an index, newest first; null while its page is on the way. */
  at(index) {
    if (index < this.head.length) return this.head[index];
    return this.#pages.at(index - this.head.length, !this.loading);
  }

  /** The same, once it is there; null behind the end. */
  async wait(index) {
    if (index < this.head.length) return this.head[index];
    return index < this.size ? this.#pages.wait(index - this.head.length) : null;
  }

  /** A line that is loaded, or null. */
  find(id) {
    const index = this.indexOf(id);
    return index < 0 ? null : this.at(index);
  }

  /** The index of a line that is loaded, or -1. */
  indexOf(id) {
    const inHead = this.head.findIndex((line) => line.id === id);
    if (inHead >= 0) return inHead;
    const older = this.#pages.indexOf(id);
    return older < 0 ? -1 : this.head.length + older;
  }

  /** Lines from the feed that belong into this view, in order: shown at once, or held back while the reader reads. */
  arrive(lines) {
    if (this.loading) {
      this.#meanwhile.push(...lines);
      return;
    }
    const fresh = [];
    for (const line of lines) {
      if (line.position <= this.#newest) {
        this.#replace(line);
      } else {
        this.#newest = line.position;
        fresh.push(line);
      }
    }
    fresh.reverse();
    if (this.following) this.head = fresh.concat(this.head);
    else this.#hold(fresh);
    this.#changed();
    if (this.following && this.head.length > HEAD_LIMIT) this.open(this.filter);
  }

  #hold(fresh) {
    this.heldCount += fresh.length;
    this.held = this.heldCount > HEAD_LIMIT ? [] : fresh.concat(this.held);
  }

  /** Shows what was held back. */
  follow() {
    this.following = true;
    if (this.heldCount > HEAD_LIMIT) return this.open(this.filter);
    this.head = this.held.concat(this.head);
    this.#forgetHeld();
    this.#changed();
    return undefined;
  }

  pause() {
    this.following = false;
  }

  /** A later judgement on a line that may be on show. */
  #replace(line) {
    for (const lines of [this.head, this.held, ...this.#pages.loaded()]) {
      const at = lines.findIndex((other) => other.id === line.id);
      if (at >= 0) lines[at] = line;
    }
  }
}

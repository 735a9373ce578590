/* Asked anew now and then, for quarantine and retention take away without a word. */
const FRESH = 60_000;

/** The smart lists: what they are called, what they let through, and the same asked of one line. */
export const LISTS = [
  { name: "all", label: "All", q: "", icon: "list", holds: () => true },
  { name: "events", label: "Events", q: "kind=events verdict=authentic", icon: "wave", holds: (line) => line.kind === "events" && line.verdict === "authentic" },
  { name: "rejected", label: "Rejected", q: "verdict=forged or verdict=unsigned or verdict=nosecret or verdict=refused", icon: "shield", holds: (line) => isRejected(line) },
  { name: "heartbeats", label: "Heartbeats", q: "kind=heartbeat verdict=authentic", icon: "heart", holds: (line) => line.kind === "heartbeat" && line.verdict === "authentic" },
  { name: "handshakes", label: "Handshakes", q: "kind=handshake", icon: "link", holds: (line) => line.kind === "handshake" },
  { name: "repeats", label: "Repeats", q: "repeat=yes", icon: "repeat", holds: (line) => line.repeatOf !== null },
  { name: "pinned", label: "Pinned", q: "pinned=yes", icon: "pin", holds: () => false },
];

export const isRejected = (line) => !["authentic", "accepted", "pending"].includes(line.verdict);

/**
 * How many deliveries stand behind each entry of the rail. Counted by the program at first and now and then; in between the
 * feed's lines are added here, so that a busy day costs no queries.
 */
export class Counts {
  #api;
  #told;
  #entries = new Map();
  #newest;

  /** @param {number} newest position up to which nothing will be told by the feed */
  constructor(api, newest, told) {
    this.#api = api;
    this.#newest = newest;
    this.#told = told;
  }

  /** @param {string[]} inboxes names of those that have an entry */
  async refresh(inboxes, now = Date.now()) {
    const wanted = [...LISTS, ...inboxes.map((inbox) => ({ name: `inbox ${inbox}`, q: `inbox=${inbox}`, holds: (line) => line.inbox === inbox }))];
    for (const entry of wanted) {
      const known = this.#entries.get(entry.name) ?? { ...entry, number: null, since: 0, asked: 0 };
      this.#entries.set(entry.name, known);
      if (now - known.asked >= FRESH) await this.#ask(known, now);
    }
  }

  /** Counted up to a position; what the feed tells behind it meanwhile is added. */
  async #ask(entry, now) {
    entry.asked = now;
    entry.since = 0;
    const answer = await this.#api.count({ q: entry.q, before: this.#newest + 1 }).catch(() => null);
    if (answer === null) return;
    entry.number = answer.matching + entry.since;
    this.#tell();
  }

  /** The next refresh asks for this one again. */
  stale(name) {
    const entry = this.#entries.get(name);
    if (entry) entry.asked = 0;
  }

  staleAll() {
    for (const entry of this.#entries.values()) entry.asked = 0;
  }

  arrive(line) {
    if (line.position <= this.#newest) return;
    this.#newest = line.position;
    for (const entry of this.#entries.values()) {
      if (!entry.holds(line)) continue;
      entry.since += 1;
      if (entry.number !== null) entry.number += 1;
    }
  }

  #tell() {
    this.#told(this.numbers());
  }

  numbers() {
    return Object.fromEntries([...this.#entries].map(([name, entry]) => [name, entry.number]));
  }
}

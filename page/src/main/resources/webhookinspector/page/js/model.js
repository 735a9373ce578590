import { createStore } from "./store.js";
import { api } from "./data/api.js";
import { openFeed } from "./data/feed.js";
import { Rows } from "./data/rows.js";
import { Counts } from "./data/counts.js";
import { gather } from "./data/gather.js";
import { readAddress, writeAddress } from "./data/address.js";
import { recall, remember } from "./data/memory.js";

/** Everything on show, and the few verbs that change it. */
export const view = createStore({
  ...readAddress(),
  revision: 0,
  cursor: 0,
  jump: 0,
  density: "",
  expanded: new Set(),
  connection: { connected: true },
  status: null,
  inboxes: [],
  alerts: [],
  gaps: [],
  health: null,
  counts: {},
  saved: [],
  marked: new Map(),
  replay: null,
  sent: null,
  dialog: "",
  railOpen: false,
  toast: "",
});

const touch = () => view.set({ revision: view.get().revision + 1 });

export const rows = new Rows(api, touch);

const arrivals = gather((lines) => rows.arrive(lines), api, () => rows.filter);

let counts = null;

function onLine(line) {
  if (line.type === "delivery" || line.type === "handshake") {
    counts?.arrive(line);
    arrivals(line);
  } else if (line.type === "state") {
    view.set({ status: { ...view.get().status, state: line.state, detail: line.detail } });
  } else if (line.type === "alert") {
    view.set({ alerts: [line, ...view.get().alerts].slice(0, 200) });
  } else if (line.type === "gap") {
    view.set({ gaps: [line, ...view.get().gaps.filter((gap) => gap.id !== line.id)].slice(0, 200) });
  } else if (line.type === "attempt") {
    view.set({ sent: line });
  } else if (line.type === "replay") {
    view.set({ replay: line });
  }
}

export function show(patch, push = false) {
  view.set(patch);
  writeAddress(view.get(), push);
}

/** @param {object} patch what else changes with it, so that it is one step for the back button */
export function filter(q, patch = {}) {
  const text = q.trim();
  if (text === view.get().q && text === rows.filter && !rows.error) {
    show(patch, true);
    return;
  }
  show({ ...patch, q: text, cursor: 0 }, true);
  if (text) remember("recent", [text, ...recall("recent", []).filter((other) => other !== text)].slice(0, 12));
  rows.following = true;
  rows.open(text);
}

export function select(index, open = false) {
  const cursor = Math.max(0, Math.min(index, rows.size - 1));
  view.set({ cursor });
  if (cursor > 0) rows.pause();
  if (open || view.get().d) openAt(cursor, open && !view.get().d);
}

/** Far down its page may still be on the way. */
async function openAt(cursor, push) {
  const line = rows.at(cursor) ?? (await rows.wait(cursor));
  if (line && view.get().cursor === cursor) show({ d: line.id }, push);
}

/** Back to the newest, and along with what comes. */
export function follow() {
  rows.follow();
  view.set({ cursor: 0, jump: view.get().jump + 1 });
}

export function fold(line) {
  const expanded = new Set(view.get().expanded);
  if (!expanded.delete(line.id)) expanded.add(line.id);
  view.set({ expanded });
}

export function say(text) {
  view.set({ toast: text });
  setTimeout(() => view.get().toast === text && view.set({ toast: "" }), 2400);
}

/** A smart list that the feed does not tell of has changed. */
export function recount(name) {
  counts?.stale(name);
  return counts?.refresh(view.get().inboxes.map((inbox) => inbox.name));
}

/** What changes slowly; the feed tells the rest. */
async function refresh() {
  const asked = {
    status: api.state(),
    health: api.health(),
    inboxes: api.inboxes().then((answer) => answer.inboxes),
    alerts: api.alerts().then((answer) => answer.alerts),
    gaps: api.gaps().then((answer) => answer.gaps),
    saved: api.filters().then((answer) => answer.filters),
  };
  const told = await Promise.allSettled(Object.values(asked));
  view.set(Object.fromEntries(Object.keys(asked).flatMap((key, i) => (told[i].status === "fulfilled" ? [[key, told[i].value]] : []))));
  recount("");
}

/** Asked before the first rows are, so that the feed goes on where they end, without a hole. */
async function firstState() {
  for (;;) {
    try {
      const status = await api.state();
      view.set({ status });
      return status;
    } catch (problem) {
      view.set({ connection: { connected: false, failures: 1, why: problem.message } });
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

export async function start() {
  addEventListener("popstate", () => {
    const before = view.get().q;
    view.set(readAddress());
    if (view.get().q !== before) rows.open(view.get().q);
  });
  const status = await firstState();
  counts = new Counts(api, status.indexed, (numbers) => view.set({ counts: numbers }));
  await rows.open(view.get().q);
  openFeed({
    after: status.indexed,
    onLine,
    onConnection: (connection) => {
      const back = connection.connected && !view.get().connection.connected;
      view.set({ connection });
      if (back) refresh();
    },
  });
  refresh();
  setInterval(refresh, 15_000);
  setInterval(() => counts && view.set({ counts: counts.numbers() }), 1000);
}

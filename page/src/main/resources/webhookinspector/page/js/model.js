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
  filterFields: { fields: [], examples: [] },
  marked: new Map(),
  replay: null,
  sent: null,
  handshake: null,
  simulator: null,
  targets: [],
  answers: null,
  dialog: "",
  railOpen: false,
  toast: "",
});

const touch = () => view.set({ revision: view.get().revision + 1 });

export const rows = new Rows(api, touch);

const arrivals = gather(
  (lines) => {
    rows.arrive(lines);
    if (counts) view.set({ counts: counts.numbers() });
  },
  api,
  () => rows.filter,
);

let counts = null;
let feed = null;
let catchingUp = null;

/* Long enough for what was missed to be told, and then to be read. */
const CATCHING_UP = 1000;
const TOLD = 6000;

function onLine(line) {
  if (line.type === "delivery" || line.type === "handshake") {
    if (line.type === "handshake") view.set({ handshake: line });
    if (catchingUp && line.position <= catchingUp.upTo) catchingUp.count += 1;
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

/** Something was dropped: neither the list nor its numbers are what they were. */
export function reread() {
  rows.open(rows.filter);
  counts?.staleAll();
  return refresh();
}

/** What changes slowly; the feed tells the rest. */
export async function refresh() {
  const asked = {
    status: api.state(),
    health: api.health(),
    inboxes: api.inboxes().then((answer) => answer.inboxes),
    alerts: api.alerts().then((answer) => answer.alerts),
    gaps: api.gaps().then((answer) => answer.gaps),
    saved: api.filters().then((answer) => answer.filters),
    targets: api.targets().then((answer) => answer.targets),
    answers: api.answers(),
    simulator: api.simulator().then((answer) => answer.simulator),
  };
  const told = await Promise.allSettled(Object.values(asked));
  view.set(Object.fromEntries(Object.keys(asked).flatMap((key, i) => (told[i].status === "fulfilled" ? [[key, told[i].value]] : []))));
  recount("");
}

/**
 * Shows the first rows and tells from where on the feed must be followed, without a hole. Without a filter the rows say so
 * themselves; with one, the program is asked how far it is before the rows are.
 */
async function firstLook(q) {
  const state = firstState();
  if (q !== "") {
    const { indexed } = await state;
    await rows.open(q);
    return indexed;
  }
  const [{ indexed }] = await Promise.all([state, rows.open(q)]);
  return rows.error ? indexed : Math.min(indexed, rows.anchor - 1);
}

async function firstState() {
  for (;;) {
    try {
      const status = await api.state();
      view.set({ status, connection: { connected: true } });
      return status;
    } catch (problem) {
      view.set({ connection: { connected: false, failures: 1, locked: problem.status === 401 } });
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
  const from = await firstLook(view.get().q);
  counts = new Counts(api, from, (numbers) => view.set({ counts: numbers }));
  feed = openFeed({ after: from, onLine, onConnection, probe });
  refresh();
  api.filterFields().then((filterFields) => view.set({ filterFields }), () => {});
  setInterval(refresh, 15_000);
}

/** Tries to connect at once. */
export const retry = () => feed?.retry();

async function probe() {
  const problem = await api.state().then(() => null, (error) => error);
  return problem?.status === 401 ? "locked" : "";
}

async function onConnection(connection) {
  const back = connection.connected && !view.get().connection.connected;
  view.set({ connection });
  if (!back) return;
  refresh();
  catchingUp = { upTo: await api.state().then((status) => status.indexed, () => 0), count: 0 };
  setTimeout(() => {
    if (view.get().connection.connected) view.set({ connection: { connected: true, caughtUp: catchingUp.count } });
    catchingUp = null;
    setTimeout(() => view.get().connection.caughtUp !== undefined && view.set({ connection: { connected: true } }), TOLD);
  }, CATCHING_UP);
}

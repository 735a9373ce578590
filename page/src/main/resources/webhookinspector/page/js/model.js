import { createStore } from "./store.js";
import { api } from "./data/api.js";
import { openFeed } from "./data/feed.js";
import { Rows } from "./data/rows.js";
import { readAddress, writeAddress } from "./data/address.js";
import { recall, remember } from "./data/memory.js";

/** Everything on show, and the few verbs that change it. */
export const view = createStore({
  ...readAddress(),
  revision: 0,
  cursor: 0,
  expanded: new Set(),
  connection: { connected: true },
  status: null,
  webhooks: [],
  inboxes: [],
  alerts: [],
  dialog: "",
  railOpen: false,
  toast: "",
});

const touch = () => view.set({ revision: view.get().revision + 1 });

export const rows = new Rows(api, touch);

/* Lines that come fast are gathered, so that a burst costs a few paints and not one each. */
let waiting = [];
let gathering = 0;

async function flush() {
  gathering = 0;
  const lines = waiting;
  waiting = [];
  if (rows.filter === "") {
    rows.arrive(lines);
    return;
  }
  const positions = lines.map((line) => line.position);
  const from = Math.min(...positions) - 1;
  try {
    const answer = await api.deliveries({ q: rows.filter, after: from, before: Math.max(...positions) + 1, limit: 1000 });
    rows.arrive(answer.deliveries);
  } catch {
    // The filter became invalid meanwhile; opening the next one asks anew.
  }
}

function onLine(line) {
  if (line.type === "delivery" || line.type === "handshake") {
    waiting.push(line);
    gathering ||= setTimeout(flush, document.hidden ? 500 : 30);
  } else if (line.type === "state") {
    view.set({ status: { ...view.get().status, state: line.state, detail: line.detail } });
  } else if (line.type === "alert") {
    view.set({ alerts: [line, ...view.get().alerts].slice(0, 200) });
  }
}

export function show(patch, push = false) {
  view.set(patch);
  const { q, d, tab } = view.get();
  writeAddress({ q, d, tab }, push);
}

export function filter(q) {
  const text = q.trim();
  if (text === view.get().q && text === rows.filter && !rows.error) return;
  show({ q: text, cursor: 0 }, true);
  if (text) remember("recent", [text, ...recall("recent", []).filter((other) => other !== text)].slice(0, 12));
  rows.following = true;
  rows.open(text);
}

export function select(index, open = false) {
  const cursor = Math.max(0, Math.min(index, rows.size - 1));
  const line = rows.at(cursor);
  view.set({ cursor });
  if (cursor > 0) rows.pause();
  if (line && (open || view.get().d)) show({ d: line.id }, open && !view.get().d);
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

async function refresh() {
  const [status, webhooks, inboxes, alerts] = await Promise.allSettled([api.state(), api.webhooks(), api.inboxes(), api.alerts()]);
  const patch = {};
  if (status.status === "fulfilled") patch.status = status.value;
  if (webhooks.status === "fulfilled") patch.webhooks = webhooks.value.webhooks;
  if (inboxes.status === "fulfilled") patch.inboxes = inboxes.value.inboxes;
  if (alerts.status === "fulfilled") patch.alerts = alerts.value.alerts;
  view.set(patch);
}

export async function start() {
  addEventListener("popstate", () => {
    const before = view.get().q;
    view.set(readAddress());
    if (view.get().q !== before) rows.open(view.get().q);
  });
  await rows.open(view.get().q);
  openFeed({
    after: rows.anchor === null ? null : Math.max(0, rows.anchor - 1),
    onLine,
    onConnection: (connection) => {
      const back = connection.connected && !view.get().connection.connected;
      view.set({ connection });
      if (back) refresh();
    },
  });
  refresh();
  setInterval(refresh, 15_000);
}

import { createStore } from "./store.js";
import { api } from "./data/api.js";
import { openFeed } from "./data/feed.js";
import { Rows } from "./data/rows.js";
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
  webhooks: [],
  inboxes: [],
  alerts: [],
  dialog: "",
  railOpen: false,
  toast: "",
});

const touch = () => view.set({ revision: view.get().revision + 1 });

export const rows = new Rows(api, touch);

const arrivals = gather((lines) => rows.arrive(lines), api, () => rows.filter);

function onLine(line) {
  if (line.type === "delivery" || line.type === "handshake") {
    arrivals(line);
  } else if (line.type === "state") {
    view.set({ status: { ...view.get().status, state: line.state, detail: line.detail } });
  } else if (line.type === "alert") {
    view.set({ alerts: [line, ...view.get().alerts].slice(0, 200) });
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

/** Calls of the admin API. An answer that is not 2xx becomes an ApiError with the API's own words. */

const BASE = "/api/v1";

export class ApiError extends Error {
  constructor(status, body) {
    super(body?.message ?? `The program answered ${status}.`);
    this.status = status;
    this.code = body?.code ?? "unknown";
    this.next = body?.next ?? "";
  }
}

export async function call(path, { method = "GET", params, body, signal } = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params ?? {})) {
    if (value !== undefined && value !== null && value !== "") query.set(name, value);
  }
  const address = BASE + path + (query.size ? `?${query}` : "");
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  if (method !== "GET") headers["X-Inspector"] = "page";
  const response = await fetch(address, { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) });
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
  return response.status === 204 ? null : response.json();
}

/** Whether a filter holds more than fields: then it is worth asking where its words stand. */
const asksForWords = (q) => /"|(^|[\s(])(?!and\b|or\b)[^\s()="]+(?=[\s)]|$)/i.test(q ?? "");

/** The same as a list of deliveries, oldest first; each line knows the words and where they stand in it. */
async function search(params, signal) {
  const { hits, words } = await call("/search", { params, signal });
  return { deliveries: hits.map((hit) => ({ ...hit, words })).toReversed() };
}

export const api = {
  deliveries: (params, signal) => (asksForWords(params.q) ? search(params, signal) : call("/deliveries", { params, signal })),
  filterFields: (signal) => call("/filter-fields", { signal }),
  delivery: (id, signal) => call(`/deliveries/${encodeURIComponent(id)}`, { signal }),
  raw: async (id, signal) => {
    const response = await fetch(`${BASE}/deliveries/${encodeURIComponent(id)}/raw`, { signal });
    if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
    return new Uint8Array(await response.arrayBuffer());
  },
  explain: (id, signal) => call(`/deliveries/${encodeURIComponent(id)}/explain`, { signal }),
  attempts: (id, limit, signal) => call(`/deliveries/${encodeURIComponent(id)}/attempts`, { params: { limit }, signal }),
  diff: (a, b, signal) => call(`/deliveries/${encodeURIComponent(a)}/diff/${encodeURIComponent(b)}`, { signal }),
  previous: (id, signal) => call(`/deliveries/${encodeURIComponent(id)}/previous`, { signal }),
  timeline: (gid, params, signal) => call(`/resources/${encodeURIComponent(gid)}/timeline`, { params, signal }),
  replay: (id, wish) => call(`/deliveries/${encodeURIComponent(id)}/replays`, { method: "POST", body: wish }),
  replayMany: (wish) => call("/replays", { method: "POST", body: wish }),
  stopReplay: (id) => call(`/replays/${encodeURIComponent(id)}`, { method: "DELETE" }),
  pin: (id) => call(`/deliveries/${encodeURIComponent(id)}/pin`, { method: "PUT", body: {} }),
  unpin: (id) => call(`/deliveries/${encodeURIComponent(id)}/pin`, { method: "DELETE" }),
  note: (id, note) => call(`/deliveries/${encodeURIComponent(id)}/note`, { method: "PUT", body: { note } }),
  filters: (signal) => call("/filters", { signal }),
  saveFilter: (name, filter) => call(`/filters/${encodeURIComponent(name)}`, { method: "PUT", body: { filter } }),
  forgetFilter: (name) => call(`/filters/${encodeURIComponent(name)}`, { method: "DELETE" }),
  count: (params, signal) => call("/count", { params, signal }),
  arrivals: (params, signal) => call("/arrivals", { params, signal }),
  overview: (params, signal) => call("/overview", { params, signal }),
  webhooks: (signal) => call("/webhooks", { signal }),
  targets: (signal) => call("/targets", { signal }),
  addTarget: (wish) => call("/targets", { method: "POST", body: wish }),
  removeTarget: (number) => call(`/targets/${number}`, { method: "DELETE" }),
  pauseTarget: (number) => call(`/targets/${number}/pause`, { method: "POST", body: {} }),
  resumeTarget: (number) => call(`/targets/${number}/resume`, { method: "POST", body: {} }),
  retryTarget: (number) => call(`/targets/${number}/retries`, { method: "POST", body: {} }),
  answers: (signal) => call("/answers", { signal }),
  answer: (script) => call("/answers", { method: "PUT", body: { script } }),
  ownAnswers: () => call("/answers", { method: "DELETE" }),
  reconcile: (since) => call("/reconciliation", { params: { since } }),
  retention: (signal) => call("/retention", { signal }),
  prune: (wish) => call("/prunings", { method: "POST", body: wish }),
  setup: (signal) => call("/setup", { signal }),
  workspaces: (signal) => call("/workspaces", { signal }),
  meant: (workspace, params, signal) => call(`/workspaces/${encodeURIComponent(workspace)}/resources`, { params, signal }),
  lint: (wish) => call("/webhooks/lint", { method: "POST", body: wish }),
  create: (wish) => call("/webhooks", { method: "POST", body: wish }),
  simulator: (signal) => call("/simulator", { signal }),
  simulate: (path, body) => call(`/simulator${path}`, { method: "POST", body }),
  pace: (changesPerSecond) => call("/simulator/team", { method: "PUT", body: { changesPerSecond } }),
  forgive: (number) => call(number === undefined ? "/simulator/faults" : `/simulator/faults/${number}`, { method: "DELETE" }),
  health: (signal) => call("/health", { signal }),
  gaps: (signal) => call("/gaps", { params: { limit: 200 }, signal }),
  inboxes: (signal) => call("/inboxes", { signal }),
  alerts: (signal) => call("/alerts", { params: { limit: 200 }, signal }),
  state: (signal) => call("/state", { signal }),
};

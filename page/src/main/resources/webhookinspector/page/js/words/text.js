import { html } from "../html.js";

/* Captured text is content: every control that could mislead the eye is shown as its number instead of being obeyed. */
const MISLEADING = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** The same for an attribute, where there is no markup. */
export const visible = (text) => text.replace(MISLEADING, (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`);

/** Text with its controls made visible, isolated from the direction of what stands around it. */
export function Text({ children }) {
  const text = String(children ?? "");
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(MISLEADING)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(html`<span class="ctl">U+${match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}</span>`);
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return html`<bdi dir="auto">${parts}</bdi>`;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(undefined, { month: "short", day: "2-digit" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long", hourCycle: "h23" });

/** Local time; with the day when it was not today. */
export function timeOf(iso, now = new Date()) {
  const at = new Date(iso);
  const today = at.toDateString() === now.toDateString();
  return today ? clock.format(at) : `${day.format(at)} ${clock.format(at).slice(0, 5)}`;
}

/** Exact, for a hover: local with its zone, and UTC. */
export function exactly(iso) {
  return `${full.format(new Date(iso))}\n${iso}`;
}

/** A duration in words: 340 ms, 2.1 s, 4 min, 3 h. */
export function span(ms) {
  if (ms === null || Number.isNaN(ms)) return "";
  if (ms < 0) return `−${span(-ms)}`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  if (ms < 172_800_000) return `${(ms / 3_600_000).toFixed(1)} h`;
  return `${Math.round(ms / 86_400_000)} d`;
}

/** A whole length of time: 10 s, 15 min, 8 h. */
export function exactSpan(ms) {
  if (ms % 86_400_000 === 0) return `${ms / 86_400_000} d`;
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000} h`;
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} s`;
}

/** From the oldest change to the arrival, in ms, or null. */
export function lagOf(line) {
  const changes = line.events.map((event) => Date.parse(event.createdAt ?? "")).filter((at) => !Number.isNaN(at));
  return changes.length ? Date.parse(line.receivedAt) - Math.min(...changes) : null;
}

export function bytes(size) {
  if (size < 1000) return `${size} B`;
  if (size < 1_000_000) return `${(size / 1000).toFixed(1)} kB`;
  return `${(size / 1_000_000).toFixed(1)} MB`;
}

export const count = (number) => number.toLocaleString();

export const plural = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

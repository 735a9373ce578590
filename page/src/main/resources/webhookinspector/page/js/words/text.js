import { html } from "../html.js";

/* Captured text is content: every control that could mislead the eye is shown as its number instead of being obeyed. */
const MISLEADING = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** The same for an attribute, where there is no markup. */
export const visible = (text) => text.replace(MISLEADING, (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`);

/**
 * Text with its controls made visible, isolated from the direction of what stands around it.
 * @param {string[]} words to be marked, in lower case
 */
export function Text({ children, words }) {
  const text = String(children ?? "");
  if (!words?.length) return html`<bdi dir="auto">${harmless(text)}</bdi>`;
  return html`<bdi dir="auto">${pieces(text, words).map(([piece, found]) => (found ? html`<mark>${harmless(piece)}</mark>` : harmless(piece)))}</bdi>`;
}

function harmless(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(MISLEADING)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(html`<span class="ctl">U+${match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}</span>`);
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** As the program folds text when it looks for words, character by character, so that places stay the same. */
const folded = (text) => Array.from(text, (char) => (char < " " || char === "\u007f" ? " " : char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join("");

const MOST_MARKED = 500;

function pieces(text, words) {
  const low = folded(text);
  const all = [];
  let from = 0;
  while (from < text.length && all.length < MOST_MARKED) {
    const next = words.map((word) => [low.indexOf(word, from), word.length]).filter(([at, length]) => at >= 0 && length > 0).sort((a, b) => a[0] - b[0] || b[1] - a[1])[0];
    if (!next) break;
    if (next[0] > from) all.push([text.slice(from, next[0]), false]);
    all.push([text.slice(next[0], next[0] + next[1]), true]);
    from = next[0] + next[1];
  }
  all.push([text.slice(from), false]);
  return all;
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

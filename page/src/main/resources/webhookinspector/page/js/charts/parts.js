import { count } from "../words/text.js";

/** What a bar is made of, from the bottom up, in the colours of the rows. */
export const PARTS = [
  { key: "authentic", tone: "good", sign: "✓", word: "authentic", one: "authentic" },
  { key: "heartbeats", tone: "quiet", sign: "♥", word: "heartbeats", one: "heartbeat" },
  { key: "handshakes", tone: "info", sign: "⇄", word: "handshakes", one: "handshake" },
  { key: "refused", tone: "bad", sign: "✗", word: "refused", one: "refused" },
];

export const sumOf = (bar) => PARTS.reduce((sum, part) => sum + bar[part.key], 0);

export const wordFor = (part, number) => (number === 1 ? part.one : part.word);

export const spoken = (bar) => PARTS.filter((part) => bar[part.key] > 0).map((part) => `${count(bar[part.key])} ${wordFor(part, bar[part.key])}`).join(", ") || "nothing arrived";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const fine = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const dated = new Intl.DateTimeFormat(undefined, { month: "short", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** As exact as the step asks for. */
export function timeOn(iso, step) {
  const time = new Date(iso);
  if (step < 60_000) return fine.format(time);
  return step >= 1_800_000 ? dated.format(time) : clock.format(time);
}

/** A filter without its times: what a picture of times looks at. */
export const withoutTimes = (text) => text.replace(/(^|\s)(since|before)=\S+/g, " ").replace(/\s+/g, " ").trim();

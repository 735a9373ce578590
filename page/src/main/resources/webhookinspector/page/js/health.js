import { timeOf } from "./words/text.js";

const TONES = { good: "good", warn: "warn", alarm: "bad", critical: "bad" };
const WORDS = { well: "healthy", unknown: "not asked yet", unreached: "not reached yet" };

/** One inbox and its webhook in a word, a tone and what comes next; what Asana counts down to comes first. */
export function healthOf(inbox, health) {
  if (!health) return withoutWebhook(inbox);
  const tone = TONES[health.level] ?? "info";
  return { word: WORDS[health.word] ?? health.word, tone, sentence: health.sentences[0] ?? "", deletion: health.failureDeletionTimestamp, due: health.heartbeatDue };
}

function withoutWebhook(inbox) {
  if (inbox.state === "open") return { word: "waiting for the handshake", tone: "info", sentence: "" };
  if (inbox.state === "closed") return { word: "no secret", tone: "warn", sentence: "Nothing that arrives can be believed." };
  return { word: "settled", tone: "good", sentence: "" };
}

/** What is left until a time, to the second when it is near: 3 h 12 min, 41 s. */
export function left(iso, now) {
  const seconds = Math.round((Date.parse(iso) - now) / 1000);
  if (seconds <= 0) return "now";
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/* Without seconds; with the day when it is another. */
const briefly = (iso) => timeOf(iso).replace(/(:\d\d):\d\d$/, "$1");

/** The next heartbeat, in words. */
export function dueWords(iso, now) {
  if (!iso) return "";
  return Date.parse(iso) < now ? `♥ overdue since ${briefly(iso)}` : `♥ due ${briefly(iso)}`;
}

import { html } from "../html.js";

/* A sign, a word and a colour for each judgement; colour never stands alone. */
const JUDGEMENTS = {
  authentic: { sign: "✓", tone: "good", word: "authentic" },
  forged: { sign: "✗", tone: "bad", word: "forged" },
  unsigned: { sign: "✗", tone: "bad", word: "unsigned" },
  nosecret: { sign: "?", tone: "warn", word: "no secret" },
  accepted: { sign: "⇄", tone: "info", word: "handshake accepted" },
  pending: { sign: "⇄", tone: "info", word: "handshake" },
  refused: { sign: "⇄", tone: "bad", word: "handshake refused" },
};

export function judgementOf(line) {
  const judgement = JUDGEMENTS[line.verdict] ?? { sign: "?", tone: "warn", word: line.verdict };
  if (line.kind === "heartbeat" && line.verdict === "authentic") return { sign: "♥", tone: "quiet", word: "heartbeat" };
  if (line.kind === "junk" && line.verdict === "authentic") return { sign: "⚠", tone: "warn", word: "authentic, not readable" };
  return judgement;
}

export function Sign({ line }) {
  const { sign, tone, word } = judgementOf(line);
  return html`<span class="sign ${tone}" title=${word} role="img" aria-label=${word}>${sign}</span>`;
}

export function Pill({ line }) {
  const { sign, tone, word } = judgementOf(line);
  return html`<span class="pill ${tone}"><span aria-hidden="true">${sign}</span>${word}</span>`;
}

/** The row's one sentence. What cannot be believed only claims something. */
export function sentenceOf(line) {
  if (line.type === "handshake") {
    if (line.verdict === "refused") return "Somebody offered a secret and was refused";
    return line.verdict === "accepted" ? "Asana repeated the handshake" : "Handshake: a secret was offered and echoed";
  }
  const told = toldBy(line);
  return line.verdict === "authentic" ? told : `Not believed; claims: ${told}`;
}

function toldBy(line) {
  if (line.kind === "heartbeat") return "Heartbeat: the webhook lives";
  if (line.kind === "junk") return "Not a body of Asana's";
  return line.events[0]?.sentence ?? "Events";
}

const paths = {
  search: "M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 3.5 3.5",
  close: "m4 4 8 8m0-8-8 8",
  chevron: "m6 3.5 4.5 4.5L6 12.5",
  back: "M9.5 3.5 5 8l4.5 4.5",
  help: "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14ZM6 6.2a2 2 0 1 1 2.8 1.9c-.5.2-.8.6-.8 1.2M8 11.6v.1",
  sun: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1m8 8 1 1m0-10-1 1m-8 8-1 1",
  moon: "M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z",
  auto: "M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13Zm0-13v13",
  copy: "M6 5.500h7.500V14H6zM3.500 10.500h-1V2H10v1",
  menu: "M2 4h12M2 8h12M2 12h12",
  down: "M8 2.500v8m-3.500-3L8 11l3.500-3.500M3 14h10",
  up: "M8 13V4M4.500 7 8 3.500 11.500 7",
  wave: "M1 8h3l2-5 4 10 2-5h3",
  heart: "M8 13.500S2 10 2 5.800A3 3 0 0 1 8 4.800a3 3 0 0 1 6 1c0 4.200-6 7.700-6 7.700Z",
  shield: "M8 1.500 2.500 3.500v4c0 3.500 2.500 6 5.500 7 3-1 5.500-3.500 5.500-7v-4Z",
  repeat: "M3 7V6a2.500 2.500 0 0 1 2.500-2.500H13M11 1.500l2 2-2 2M13 9v1a2.500 2.500 0 0 1-2.500 2.500H3M5 14.500l-2-2 2-2",
  link: "M6.500 9.500a3 3 0 0 0 4.300 0l2.300-2.300a3 3 0 0 0-4.300-4.300l-.8.8M9.500 6.500a3 3 0 0 0-4.300 0L2.900 8.800a3 3 0 0 0 4.300 4.300l.8-.8",
  alert: "M8 2 1.500 13.500h13L8 2Zm0 4.500v3.500m0 1.800v.1",
  chart: "M2 14h12M4 11.500v-4m4 4v-8m4 8v-6",
  pin: "M9.500 1.500 14.500 6.500 11.500 8l-3 5-2.500-2.500M6 10.500 1.500 14.500M9.500 1.500 8 4.500 3 7.500 5.500 10",
  note: "M3 2h10v8.500L9.500 14H3ZM9.500 14v-3.500H13M5.500 5h5m-5 3h3",
  edit: "M2.500 13.500l.7-3L11 2.700l2.300 2.300-7.800 7.800Z",
  send: "M14 2 2 7l4.500 2.500L9 14Zm0 0L6.500 9.500",
  star: "M8 1.800l1.900 4 4.300.5-3.200 3 .9 4.300L8 11.500l-3.900 2.100.9-4.300-3.200-3 4.300-.5Z",
  gap: "M1.500 8h4m5 0h4M5.500 4.500v7m5-7v7",
  plus: "M8 3v10M3 8h10",
  play: "M4.500 2.500v11L13 8Z",
  check: "m3.500 8.500 3 3 6-7",
  balance: "M8 2v12M4.500 14h7M3 4.500h10M3 4.500 1 9.500a2.200 2.200 0 0 0 4 0Zm10 0-2 5a2.200 2.200 0 0 0 4 0Z",
  box: "M1.500 3h13v3h-13ZM3 6v7.500h10V6M6.500 9h3",
  list: "M2 4h12M2 8h12M2 12h8",
};

/** One of a dozen drawn icons; always beside a word or with a label. */
export function Icon({ name }) {
  return html`<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d=${paths[name]} /></svg>`;
}

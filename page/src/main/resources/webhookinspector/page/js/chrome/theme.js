import { recall, remember } from "../data/memory.js";

const ORDER = ["auto", "light", "dark"];

export const theme = () => recall("theme", "auto");

export function applyTheme(next = theme()) {
  remember("theme", next);
  if (next === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  return next;
}

export const nextTheme = () => applyTheme(ORDER[(ORDER.indexOf(theme()) + 1) % ORDER.length]);

/** Small things this browser remembers: theme, width of the detail, recent filters. Never anything captured. */
export function remember(key, value) {
  try {
    localStorage.setItem(`inspector.${key}`, JSON.stringify(value));
  } catch {
    // A full or forbidden store costs a preference, nothing more.
  }
}

export function recall(key, fallback) {
  try {
    const text = localStorage.getItem(`inspector.${key}`);
    return text === null ? fallback : JSON.parse(text);
  } catch {
    return fallback;
  }
}

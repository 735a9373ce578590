import { useEffect, useState } from "./html.js";

/** The time, renewed every so many milliseconds, for countdowns. */
export function useClock(every) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => document.hidden || setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

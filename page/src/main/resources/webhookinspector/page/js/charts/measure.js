import { useLayoutEffect, useRef, useState } from "../html.js";

/** The width of an element, kept up to date, so that drawings are made of whole pixels and text keeps its size. */
export function useWidth() {
  const box = useRef(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => box.current && setWidth(Math.round(box.current.clientWidth)));
    observer.observe(box.current);
    setWidth(Math.round(box.current.clientWidth));
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

/** The next round number above that leaves little of a drawing empty. */
export function roundAbove(number) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, number)));
  return [1, 2, 3, 4, 6, 8, 10].map((step) => step * power).find((round) => round >= number);
}

/** Where rows stand. Folded-open rows are few, so their extra heights are kept as a short sorted list. */
export function geometry(size, row, eventRow, expandedAt) {
  const opened = expandedAt.toSorted((a, b) => a.index - b.index);
  const extra = (entry) => entry.events * eventRow;
  return {
    height: size * row + opened.reduce((sum, entry) => sum + extra(entry), 0),
    top(index) {
      let y = index * row;
      for (const entry of opened) {
        if (entry.index >= index) break;
        y += extra(entry);
      }
      return y;
    },
    indexAt(y) {
      let passed = 0;
      for (const entry of opened) {
        const bottom = (entry.index + 1) * row + passed + extra(entry);
        if (y < bottom) {
          return y < entry.index * row + passed ? Math.floor((y - passed) / row) : entry.index;
        }
        passed += extra(entry);
      }
      return Math.max(0, Math.min(size - 1, Math.floor((y - passed) / row)));
    },
  };
}

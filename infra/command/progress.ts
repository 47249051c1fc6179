const width = 30;

/** Draws how far something has come: on a terminal as a bar that grows, elsewhere a line at each tenth. */
export function progressBar(whole: number, what: string, out: NodeJS.WriteStream = process.stderr) {
  let shown = 0;
  return (done: number): void => {
    const share = whole === 0 ? 1 : done / whole;
    if (out.isTTY) {
      const filled = Math.round(width * share);
      out.write(`\r[${'█'.repeat(filled)}${' '.repeat(width - filled)}] ${done} of ${whole} ${what}`);
      if (done === whole) out.write('\n');
    } else if (Math.floor(10 * share) > shown) {
      shown = Math.floor(10 * share);
      out.write(`${done} of ${whole} ${what}\n`);
    }
  };
}

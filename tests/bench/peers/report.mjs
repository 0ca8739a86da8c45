/**
 * How a server under measurement talks to the benchmark: it says its port, tells what it uses when
 * asked, and ends when asked or when the benchmark is gone.
 *
 * @param {number} port
 * @param {{ makeBoards?: (ids: string[]) => Promise<void>, stop?: () => Promise<void> }} [acts]
 */
export function report(port, { makeBoards = nothing, stop = nothing } = {}) {
  const answers = {
    usage: () => usage(),
    // Twice: what the first one frees may hold what only the second one can.
    heap: () => (globalThis.gc(), globalThis.gc(), usage()),
    boards: ({ ids }) => makeBoards(ids),
    stop: () => stop(),
  };
  process.on('message', async ({ id, ask, ...rest }) => {
    const answer = await answers[ask](rest);
    process.send({ id, answer: answer ?? null }, () => {
      if (ask === 'stop') process.exit(0);
    });
  });
  process.on('disconnect', () => process.exit(1));
  process.send({ port });
}

/** CPU in milliseconds since the start, all threads; memory in bytes, `heap` with buffers outside V8's. */
function usage() {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { cpuMs: (user + system) / 1000, rss, heap: heapUsed + external };
}

async function nothing() {}

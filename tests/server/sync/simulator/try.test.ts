import { test } from 'vitest';
import { simulate } from './simulation.ts';
test('x', async () => {
  const one = Number(process.env['SEED'] ?? 0);
  if (one) {
    const w = await simulate(one, (l) => process.stdout.write(l + '\n'));
    return;
  }
  const n = Number(process.env['SEEDS'] ?? 50);
  const begun = process.cpuUsage();
  const found = new Map<string, number[]>();
  for (let s = 1; s <= n; s++) {
    try {
      await simulate(s);
    } catch (e) {
      const k = String((e as Error).message).replace(/^seed \d+: /, '');
      found.set(k, [...(found.get(k) ?? []), s]);
    }
  }
  const used = process.cpuUsage(begun);
  process.stdout.write(`cpu ms per seed ${(used.user + used.system) / 1000 / n}\n`);
  for (const [k, v] of found) process.stdout.write(`${v.length}× [${v.slice(0, 5)}] ${k}\n`);
}, 600_000);

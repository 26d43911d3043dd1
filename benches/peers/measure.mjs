// Times ways in turn in one run, so that whatever else the machine does hits all of them alike.

const ROUNDS = 100;
const WARM_UP = 10;
/** How long a batch takes, about. */
const BATCH_MILLISECONDS = 1.5;
/** How long a way runs before its batches are sized. V8 optimises modules in the background, late on a busy machine. */
const SIZING_MILLISECONDS = 250;

const now = () => Number(process.hrtime.bigint()) / 1e6;

/** What was returned last; without a use, a compiler may leave a call out. */
export let kept;

/** Milliseconds of so many calls. Only a way that promises is awaited, because waiting takes time. */
async function batch({ run }, given, calls, promises) {
  const started = now();
  if (promises) for (let call = 0; call < calls; call += 1) kept = await run(given);
  else for (let call = 0; call < calls; call += 1) kept = run(given);
  return now() - started;
}

/** How many calls a batch of this way has. */
async function sized(way, given) {
  const promises = way.run(given) instanceof Promise;
  let [calls, time] = [0, 0];
  while (time < SIZING_MILLISECONDS) {
    time += await batch(way, given, 10, promises);
    calls += 10;
  }
  const size = Math.ceil((calls / time) * BATCH_MILLISECONDS);
  return { way, promises, calls: size, times: [] };
}

/** The median of some numbers, and between which two the middle four fifths are. */
export function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, middle, high] = [0.1, 0.5, 0.9].map(
    (part) => sorted[Math.floor(sorted.length * part)],
  );
  return { low, middle, high };
}

/** For each way its name, microseconds a call, and `quotient`: how many times as long as `beside` it takes. */
export async function measure(ways, given) {
  const runs = [];
  for (const way of ways) runs.push(await sized(way, given));
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const { way, promises, calls, times } of runs) {
      const time = await batch(way, given, calls, promises);
      if (round >= 0) times.push((time / calls) * 1000);
    }
  }
  return runs.map(({ way: { name, beside }, times }) => {
    const other = runs.find(({ way }) => way === beside);
    // Round by round, so that a slow moment is not held against one of the two.
    const quotients = other && times.map((time, round) => time / other.times[round]);
    return { name, ...spread(times), quotient: quotients && spread(quotients).middle };
  });
}
